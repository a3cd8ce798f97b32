import { useEffect, useRef } from 'react'

/** What others do, as it happens. Values are absolute: a lower version or revision is old news. */
export type LiveChange =
  | {
      type: 'rating'
      personalityId: string
      rating: { average: number; count: number }
      histogram: number[]
      version: number
    }
  | { type: 'deployment'; personalityId: string; deployCount: number; version: number }
  | {
      type: 'personality'
      personalityId: string
      change: 'published' | 'archived'
      slug?: string
      name?: string
      version: number
      revision: number
    }
  /** Something may have been missed: read anew what is shown. */
  | { type: 'reset' }

type Listener = (change: LiveChange) => void

const TYPES = ['rating', 'deployment', 'personality', 'reset'] as const
/** Milliseconds after which a hidden page lets go of its stream: browsers allow six connections to a site. */
const HIDDEN_FOR = 15_000
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

const listeners = new Set<Listener>()
let source: EventSource | undefined
let wait = FIRST_WAIT
let clock: ReturnType<typeof setTimeout> | undefined

/** What this page did itself, and was answered: it need not wait to hear of it. */
export const announce = (change: LiveChange) => listeners.forEach((listener) => listener(change))

function open() {
  clearTimeout(clock)
  if (source || listeners.size === 0 || typeof EventSource === 'undefined') return
  const stream = new EventSource('/api/marketplace/live')
  source = stream
  stream.onopen = () => (wait = FIRST_WAIT)
  for (const type of TYPES)
    stream.addEventListener(type, (event: MessageEvent<string>) =>
      announce({ ...(JSON.parse(event.data || '{}') as object), type } as LiveChange),
    )
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED) return // the browser comes back by itself, with Last-Event-ID
    close()
    clock = setTimeout(reopen, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
}

function close() {
  clearTimeout(clock)
  source?.close()
  source = undefined
}

function reopen() {
  if (source || listeners.size === 0) return
  open()
  announce({ type: 'reset' })
}

function onVisibility() {
  clearTimeout(clock)
  if (document.hidden) clock = setTimeout(close, HIDDEN_FOR)
  else reopen()
}

/** Hears what changes, over one stream for the whole page, for as long as the component is there. */
export function useLive(listener: Listener) {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => {
    const hear: Listener = (change) => latest.current(change)
    listeners.add(hear)
    if (listeners.size === 1) document.addEventListener('visibilitychange', onVisibility)
    open()
    return () => {
      listeners.delete(hear)
      if (listeners.size > 0) return
      document.removeEventListener('visibilitychange', onVisibility)
      close()
    }
  }, [])
}
