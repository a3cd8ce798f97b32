import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { Page } from '@/components/page'
import { asProblem, type FieldError } from '@/lib/api/problem'
import { inOneLine } from '@/lib/api/sentences'
import { tell } from '@/lib/toasts'
import type { AdminPersonality } from '../api/schema'
import { FormContext } from '../form-context'
import { type Tab, tabOf } from '../tabs'
import { useEditor } from '../use-editor'
import { faultsOf } from '../validate'
import { DraftPreview } from './draft-preview'
import { EditorActions } from './editor-actions'
import { FaultLine } from './fault-line'
import { MergeDialog } from './merge-dialog'
import styles from './personality-editor.module.css'
import { PersonalityForm } from './personality-form'
import { RestoreElsewhere } from './restore-elsewhere'
import { StatusMark } from './status-mark'
import { UnsavedGuard } from './unsaved-guard'

/** Everything about one personality: the form on the left, what comes of it on the right. */
export function PersonalityEditor({ personality }: { personality: AdminPersonality | undefined }) {
  const editor = useEditor(personality)
  const { base, draft, faults, problem } = editor
  const [tab, setTab] = useState<Tab>('who')
  const mayLeave = useRef(false)
  const navigate = useNavigate()

  const check = () => {
    const first = faultsOf(draft)[0]
    if (first) setTab(tabOf(first))
  }
  const onSaved = (saved: AdminPersonality) => {
    if (base) return
    mayLeave.current = true
    void navigate(`/admin/personalities/${saved.id}`, { replace: true })
  }
  const isTold =
    problem && [400, 412].includes(asProblem(problem).status) && (faults.length > 0 || editor.conflict)
  return (
    <Page
      wide
      title={base ? base.name : 'New personality'}
      intro={base && <Standing personality={base} isDirty={editor.isDirty} />}
      actions={
        <EditorActions
          editor={editor}
          onSave={() => {
            check()
            editor.save((saved) => {
              onSaved(saved)
              tell(`${saved.name} is saved.`, 'The marketplace shows it once it is published.')
            })
          }}
          onPublish={() => {
            check()
            editor.publish(onSaved)
          }}
        />
      }
    >
      {faults.length > 0 && <FaultNotice faults={faults} />}
      {problem && !isTold && <FaultLine>{inOneLine(asProblem(problem))}</FaultLine>}
      <FormContext value={{ draft, change: editor.change, errorOf: (path) => messageOf(faults, path) }}>
        <div className={styles.editor}>
          <PersonalityForm editor={editor} tab={tab} onTab={setTab} />
          <DraftPreview personality={base} draft={draft} />
        </div>
      </FormContext>
      <MergeDialog editor={editor} />
      <RestoreElsewhere editor={editor} />
      <UnsavedGuard isDirty={editor.isDirty} mayLeave={mayLeave} />
    </Page>
  )
}

function Standing({ personality, isDirty }: { personality: AdminPersonality; isDirty: boolean }) {
  return (
    <span className={styles.standing}>
      <StatusMark {...personality} />
      {personality.version !== undefined && <span>Version {personality.version}</span>}
      {isDirty && <span className={styles.unsaved}>Not saved yet</span>}
    </span>
  )
}

const FaultNotice = ({ faults }: { faults: FieldError[] }) => (
  <FaultLine>
    {faults.length === 1 ? 'One thing has' : `${faults.length} things have`} to be mended first. Nothing was
    lost.
  </FaultLine>
)

/** A message as the service words it, "must not be empty", as a sentence of its own. */
function messageOf(faults: FieldError[], path: string): string | undefined {
  const message = faults.find(({ field }) => field === path)?.message
  return message && `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}
