import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asProblem, type FieldError } from '@/lib/api/problem'
import { forget, keep, kept } from '@/lib/kept'
import { tell } from '@/lib/toasts'
import { useChangeLife } from './api/change-life'
import { adminQuery } from './api/read-personality'
import { useSave } from './api/save-personality'
import type { AdminPersonality, Deed } from './api/schema'
import { offerUndo } from './components/undo-toast'
import { type Draft, draftOf, EMPTY, type Field, isSame, templateOf } from './draft'
import { merge, type Merge } from './merge'
import { faultsOf } from './validate'
import { DEED } from './words'

export type Conflict = Merge & { other: AdminPersonality; mine: Draft }

/** What is kept while its author signs in anew. */
type Waiting = { draft: Draft; base: AdminPersonality | undefined }

type Saved = (saved: AdminPersonality) => void

/**
 * A personality while it is edited: the draft on the page, and the state that it began from, which is what a save
 * replaces. What others did meanwhile is taken over unless something is unsaved here; then saving brings a conflict.
 */
export function useEditor(personality: AdminPersonality | undefined) {
  const client = useQueryClient()
  const key = `draft of ${personality?.id ?? 'somebody new'}`
  const [waiting] = useState(() => kept<Waiting>(key))
  const [base, setBase] = useState(waiting?.base ?? personality)
  const [draft, setDraft] = useState(() => waiting?.draft ?? (personality ? draftOf(personality) : EMPTY))
  const [conflict, setConflict] = useState<Conflict>()
  const [isChecked, setChecked] = useState(false)
  const [refused, setRefused] = useState<FieldError[]>([])
  const save = useSave()
  const life = useChangeLife()
  useEffect(() => forget(key), [key])
  const isDirty = !isSame(draft, base ? draftOf(base) : EMPTY)

  const adopt: Saved = (saved) => {
    setBase(saved)
    setDraft(draftOf(saved))
    setConflict(undefined)
    setChecked(false)
    setRefused([])
  }
  if (personality && base && personality.revision > base.revision && !isDirty && !conflict) adopt(personality)

  const faults = [...(isChecked ? faultsOf(draft) : []), ...refused]

  const onRefused = async (error: Error, mine: Draft) => {
    const { status, errors } = asProblem(error)
    if (status === 400) setRefused(errors)
    if (status === 401) keep(key, { draft: mine, base } satisfies Waiting)
    if (status !== 412 || !base) return
    const other = await client.fetchQuery({ ...adminQuery(base.id), staleTime: 0 })
    setConflict({ ...merge(draftOf(base), mine, draftOf(other)), other, mine })
  }

  const store = (mine: Draft, on: AdminPersonality | undefined, onSaved: Saved) => {
    setChecked(true)
    setRefused([])
    if (faultsOf(mine).length > 0) return
    save.mutate(
      { base: on, body: templateOf(mine) },
      {
        onSuccess: (saved) => {
          adopt(saved)
          onSaved(saved)
        },
        onError: (error) => void onRefused(error, mine),
      },
    )
  }

  const live = (deed: Deed, who: AdminPersonality, slug?: string, onDone?: Saved) =>
    life.mutate(
      { deed, who, slug },
      {
        onSuccess: (changed) => {
          adopt(changed)
          onDone?.(changed)
          const title = `${changed.name} is ${DEED[deed].done}.`
          if (deed === 'archive' || deed === 'delete') void offerUndo(title, () => live('restore', changed))
          else tell(title)
        },
      },
    )

  return {
    base,
    draft,
    isDirty,
    faults,
    conflict,
    problem: save.error ?? life.error,
    isBusy: save.isPending || life.isPending,
    change: <F extends Field>(field: F, value: Draft[F]) => {
      setDraft((before) => ({ ...before, [field]: value }))
      setRefused((before) => before.filter((fault) => !fault.field.startsWith(field)))
      save.reset()
    },
    save: (onSaved: Saved) => store(draft, base, onSaved),
    publish: (onDone: Saved) =>
      isDirty || !base
        ? store(draft, base, (saved) => live('publish', saved, undefined, onDone))
        : live('publish', base, undefined, onDone),
    live: (deed: Deed, slug?: string) => base && live(deed, base, slug),
    /** What was changed beside the form: a face, or a version rolled back to. */
    adopt,
    takeFace: (changed: AdminPersonality) => setBase(changed),
    settle: (decided: Draft) =>
      conflict && store(decided, conflict.other, () => tell('Both changes are saved.')),
    dismiss: () => setConflict(undefined),
  }
}

export type Editor = ReturnType<typeof useEditor>
