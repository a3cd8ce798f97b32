import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { asProblem } from '@/lib/api/problem'
import type { Editor } from '../use-editor'
import styles from './dialog.module.css'

/** Its address was given away while it was deleted: it comes back under another one. */
export function RestoreElsewhere({ editor }: { editor: Editor }) {
  const { base, problem, isBusy, live } = editor
  const [slug, setSlug] = useState('')
  const [closedFor, setClosedFor] = useState<Error>()
  const isTaken = problem !== null && asProblem(problem).code === 'slug-taken' && base?.status === 'deleted'
  return (
    <Modal
      opened={isTaken && closedFor !== problem}
      onClose={() => setClosedFor(problem ?? undefined)}
      title="Somebody else has this address now"
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          live('restore', slug.trim())
        }}
      >
        <TextInput
          label="Another address"
          description={`In place of “${base?.slug}”. It comes back as a draft, and is seen after you publish it.`}
          value={slug}
          onChange={({ currentTarget }) => setSlug(currentTarget.value)}
          data-autofocus
        />
        <div className={styles.actions}>
          <Button type="submit" loading={isBusy} disabled={!slug.trim()}>
            Restore
          </Button>
        </div>
      </form>
    </Modal>
  )
}
