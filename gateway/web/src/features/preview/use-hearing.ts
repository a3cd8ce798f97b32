import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef } from 'react'
import { asProblem, type Problem } from '@/lib/api/problem'
import type { ChatEvent } from './api/chat'
import { brokenOff, hearing, type Talk } from './talk'

/** Puts what is answered into a conversation, one answer at a time, until the page is left. */
export function useHearing(setTalk: Dispatch<SetStateAction<Talk>>) {
  const hearer = useRef<AbortController | undefined>(undefined)
  const hush = useCallback(() => hearer.current?.abort(), [])
  useEffect(() => hush, [hush])

  const hear = useCallback(
    async (
      answer: (signal: AbortSignal) => AsyncGenerator<ChatEvent>,
      afterProblem: (problem: Problem) => Partial<Talk> = () => ({}),
    ) => {
      const own = new AbortController()
      hearer.current = own
      try {
        for await (const event of answer(own.signal)) setTalk((now) => hearing(now, event))
      } catch (error) {
        if (own.signal.aborted) return
        const problem = asProblem(error)
        setTalk((now) => ({ ...brokenOff(now, 'failed', problem), ...afterProblem(problem) }))
      }
    },
    [setTalk],
  )
  return { hearer, hear, hush }
}
