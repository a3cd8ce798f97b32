import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { tell } from '@/lib/toasts'
import type { AdminPersonality } from '../api/schema'
import { useRollBack } from '../api/versions'
import styles from './dialog.module.css'

type Props = {
  personality: AdminPersonality
  version: number
  isDirty: boolean
  onRolledBack: (changed: AdminPersonality) => void
}

/** Publishes what an old version says once more: everybody sees it, so it is asked first. */
export function RollBackButton({ personality, version, isDirty, onRolledBack }: Props) {
  const [isAsking, { open, close }] = useDisclosure()
  const rollBack = useRollBack(personality)
  const isGone = personality.status === 'archived' || personality.status === 'deleted'
  return (
    <>
      <Button
        variant="default"
        size="xs"
        disabled={isGone}
        onClick={open}
        aria-label={`Roll back to version ${version}`}
      >
        Roll back
      </Button>
      <Modal opened={isAsking} onClose={close} title={`Roll back to version ${version}?`} centered>
        <p className={styles.words}>
          What version {version} says is published once more, as a new version. The draft becomes the same
          {isDirty && ', and what you have not saved is lost'}. The address stays.
        </p>
        <div className={styles.actions}>
          <Button variant="default" onClick={close} data-autofocus>
            Keep it as it is
          </Button>
          <Button
            loading={rollBack.isPending}
            onClick={() =>
              rollBack.mutate(version, {
                onSuccess: (changed) => {
                  close()
                  onRolledBack(changed)
                  tell(`${changed.name} says again what it said in version ${version}.`)
                },
              })
            }
          >
            Roll back
          </Button>
        </div>
      </Modal>
    </>
  )
}
