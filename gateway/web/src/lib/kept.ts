/** A session may end while somebody writes. What they wrote waits, in this tab alone, until they are back. */
export function keep(key: string, words: unknown) {
  try {
    sessionStorage.setItem(key, JSON.stringify(words))
  } catch {
    // a browser without storage: signing in anew is told all the same
  }
}

export function kept<Words>(key: string): Words | undefined {
  try {
    const words = sessionStorage.getItem(key)
    return words ? (JSON.parse(words) as Words) : undefined
  } catch {
    return undefined
  }
}

/** It is on the page again: it waits for nobody any more. */
export function forget(key: string) {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // nothing was kept there either
  }
}
