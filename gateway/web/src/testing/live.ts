import { act } from '@testing-library/react'
import { vi } from 'vitest'
import type { LiveChange } from '@/lib/live'

/** Stands in for the browser's EventSource: tests tell what others do. */
export function liveStream() {
  const sources = new Set<EventTarget>()
  class FakeEventSource extends EventTarget {
    static readonly CLOSED = 2
    readyState = 1
    constructor() {
      super()
      sources.add(this)
    }
    close() {
      sources.delete(this)
    }
  }
  vi.stubGlobal('EventSource', FakeEventSource)
  return {
    tell: ({ type, ...data }: LiveChange) =>
      act(() =>
        sources.forEach((source) =>
          source.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) })),
        ),
      ),
    listeners: () => sources.size,
  }
}
