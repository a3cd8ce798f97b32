import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { list } from '@/lib/format'
import { draftOf, type Field } from '../draft'
import { takeFrom } from '../merge'
import type { Conflict, Editor } from '../use-editor'
import { fieldName } from '../words'
import styles from './dialog.module.css'
import { MergeChoice } from './merge-choice'

/** Two people have changed the same personality: what goes together is put together, the rest is asked. */
export function MergeDialog({ editor }: { editor: Editor }) {
  const { conflict, dismiss } = editor
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={dismiss}
      title="Somebody else changed this meanwhile"
      size="lg"
    >
      {conflict && <Decision key={conflict.other.revision} conflict={conflict} editor={editor} />}
    </Modal>
  )
}

function Decision({ conflict, editor }: { conflict: Conflict; editor: Editor }) {
  const { merged, theirs, conflicts, mine, other } = conflict
  const [taken, setTaken] = useState<Field[]>([])
  const others = draftOf(other)
  return (
    <>
      <p className={styles.words}>
        Nothing is lost. {theirs.length > 0 && `Their changes of ${names(theirs)} are taken over. `}
        {conflicts.length > 0
          ? 'You both changed what follows: choose whose words stay.'
          : 'Your changes go together with theirs.'}
      </p>
      {conflicts.map((field) => (
        <MergeChoice
          key={field}
          name={fieldName(field)}
          mine={mine[field]}
          theirs={others[field]}
          isTheirs={taken.includes(field)}
          onChoose={(isTheirs) =>
            setTaken((before) => [...before.filter((one) => one !== field), ...(isTheirs ? [field] : [])])
          }
        />
      ))}
      <div className={styles.actions}>
        <Button variant="default" onClick={editor.dismiss}>
          Not now
        </Button>
        <Button loading={editor.isBusy} onClick={() => editor.settle(takeFrom(merged, others, taken))}>
          Save both
        </Button>
      </div>
    </>
  )
}

const names = (fields: Field[]) => list(fields.map((field) => fieldName(field).toLowerCase()))
