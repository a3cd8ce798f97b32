import { Button } from '@mantine/core'

/** Milliseconds in which one notices a mistake. */
const LONG_ENOUGH = 12_000

/** Says what was done, and takes it back on request. */
export async function offerUndo(title: string, undo: () => void) {
  const { notifications } = await import('@mantine/notifications')
  const id: string = notifications.show({
    title,
    message: (
      <Button
        size="compact-sm"
        variant="light"
        mt={6}
        onClick={() => {
          notifications.hide(id)
          undo()
        }}
      >
        Undo
      </Button>
    ),
    autoClose: LONG_ENOUGH,
    withBorder: true,
  })
}
