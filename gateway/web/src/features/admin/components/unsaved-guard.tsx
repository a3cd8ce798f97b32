import { Button, Modal } from '@mantine/core'
import { type RefObject, useEffect } from 'react'
import { useBlocker } from 'react-router'
import styles from './dialog.module.css'

type Props = { isDirty: boolean; mayLeave: RefObject<boolean> }

/** Asks before what is not saved is lost, be it by a link or by closing the window. */
export function UnsavedGuard({ isDirty, mayLeave }: Props) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !mayLeave.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="Leave without saving?"
      centered
    >
      <p className={styles.words}>What you changed here is not saved yet, and would be lost.</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          Leave
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          Stay
        </Button>
      </div>
    </Modal>
  )
}
