import type { AdminPersonality } from './api/schema'
import type { Draft } from './draft'

type Kept = { draft: Draft; base: AdminPersonality | undefined }

const keyOf = (id: string | undefined) => `draft of ${id ?? 'somebody new'}`

/** A session may end while somebody writes. What they wrote waits, in this tab alone, until they are back. */
export function keepDraft(kept: Kept) {
  try {
    sessionStorage.setItem(keyOf(kept.base?.id), JSON.stringify(kept))
  } catch {
    // a browser without storage: signing in anew is told all the same
  }
}

export function keptDraft(id: string | undefined): Kept | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(id))
    return kept ? (JSON.parse(kept) as Kept) : undefined
  } catch {
    return undefined
  }
}

/** It is on the page again: it waits for nobody any more. */
export function forgetDraft(id: string | undefined) {
  try {
    sessionStorage.removeItem(keyOf(id))
  } catch {
    // nothing was kept there either
  }
}
