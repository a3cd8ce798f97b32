import { useState } from 'react'
import { count } from '@/lib/format'
import { tell } from '@/lib/toasts'
import { asRead, useBulk } from './api/bulk'
import type { BulkAnswer, Deed, Row } from './api/schema'
import { offerUndo } from './components/undo-toast'
import { DEED } from './words'

export type Failure = { name: string; deed: Deed; detail: string }

/** What takes a deed back. Publishing has nothing: people may have seen it. */
const UNDO: Partial<Record<Deed, Deed>> = { delete: 'restore', archive: 'restore' }

/** Does something to some of the list: says what worked, offers to take it back, and keeps what failed. */
export function useDeeds() {
  const bulk = useBulk()
  const [failures, setFailures] = useState<Failure[]>([])

  const tellDone = (deed: Deed, rows: Row[], answer: BulkAnswer) => {
    const done = answer.items.filter(({ problem }) => !problem)
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    setFailures(
      answer.items.flatMap(({ id, problem }) =>
        problem ? [{ name: names.get(id) ?? id, deed, detail: problem.detail }] : [],
      ),
    )
    if (done.length === 0) return
    const who =
      done.length === 1 ? names.get(done[0]?.id ?? '') : count(done.length, 'personality', 'personalities')
    const title = `${who} ${done.length === 1 ? 'is' : 'are'} ${DEED[deed].done}.`
    const undo = UNDO[deed]
    if (!undo) return tell(title)
    const items = done.map(({ id, etag }) => ({ id, ...(etag ? { ifMatch: etag } : {}) }))
    void offerUndo(title, () =>
      bulk.mutate({ action: undo, items }, { onSuccess: (undone) => tellDone(undo, rows, undone) }),
    )
  }

  return {
    failures,
    forget: () => setFailures([]),
    isPending: bulk.isPending,
    run: (deed: Deed, rows: Row[], onDone?: () => void) =>
      bulk.mutate(
        { action: deed, items: asRead(rows) },
        {
          onSuccess: (answer) => {
            tellDone(deed, rows, answer)
            onDone?.()
          },
        },
      ),
  }
}
