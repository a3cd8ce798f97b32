import type { Problem } from '@/lib/api/problem'
import type { Budget, Conversation } from '@/lib/api/schema'
import type { ChatEvent } from './api/chat'

export type Said = { isMine: boolean; text: string; finishReason?: string | undefined }

/** A conversation as the page shows it. */
export type Talk = {
  sessionId: string | undefined
  said: Said[]
  /** Messages that may still be said; unknown until the first is. */
  remaining: number | undefined
  budget: Budget | undefined
  isDemonstration: boolean
  /** Waiting for the first word, hearing the rest, or neither. */
  state: 'idle' | 'waiting' | 'hearing'
  problem: Problem | undefined
  /** A message that got no answer and does not count: to be said again. */
  unsaid: string | undefined
}

/** A conversation with what can be done in it now. */
export type Conversing = {
  talk: Talk
  say: (message: string) => void
  /** Lets the last answer go on, where it can. */
  goOn: (() => void) | undefined
  stop: () => void
  restart: () => void
}

export const opening = (greeting: string): Talk => ({
  sessionId: undefined,
  said: [{ isMine: false, text: greeting }],
  remaining: undefined,
  budget: undefined,
  isDemonstration: false,
  state: 'idle',
  problem: undefined,
  unsaid: undefined,
})

export function remembered(talk: Talk, { sessionId, remaining, messages, answering }: Conversation): Talk {
  const said = messages.map(({ role, content, finishReason }) => ({
    isMine: role === 'user',
    text: content,
    finishReason,
  }))
  return {
    ...talk,
    sessionId,
    remaining,
    said,
    state: answering ? 'waiting' : 'idle',
    problem: undefined,
    unsaid: undefined,
  }
}

export const saying = (talk: Talk, message: string): Talk => ({
  ...talk,
  said: [...talk.said, { isMine: true, text: message }],
  state: 'waiting',
  problem: undefined,
  unsaid: undefined,
})

export const goingOn = (talk: Talk): Talk => ({
  ...talk,
  state: 'waiting',
  problem: undefined,
  unsaid: undefined,
})

export function hearing(talk: Talk, event: ChatEvent): Talk {
  switch (event.type) {
    case 'model':
      return { ...talk, isDemonstration: event.isDemonstration }
    case 'session': {
      const { sessionId, remaining, budget } = event
      return { ...talk, sessionId, remaining, budget }
    }
    case 'token':
      return {
        ...withAnswer(talk, (text) => (event.replaces ? event.text : text + event.text)),
        state: 'hearing',
      }
    case 'done':
      return { ...ended(talk, event.finishReason), state: 'idle' }
    default:
      return talk // what a later version tells
  }
}

/** What came is kept and can go on; a message that got no word is given back to be said again. */
export function brokenOff(talk: Talk, reason: 'stopped' | 'failed', problem?: Problem): Talk {
  const last = talk.said.at(-1)
  if (talk.state === 'hearing' || !last?.isMine) return { ...ended(talk, reason), state: 'idle', problem }
  return { ...talk, said: talk.said.slice(0, -1), state: 'idle', problem, unsaid: last.text }
}

const UNFINISHED = ['stopped', 'failed', 'length']

export function canGoOn({ sessionId, said, state }: Talk): boolean {
  const last = said.at(-1)
  return (
    state === 'idle' &&
    sessionId !== undefined &&
    !!last &&
    !last.isMine &&
    UNFINISHED.includes(last.finishReason ?? '')
  )
}

function withAnswer(talk: Talk, change: (text: string) => string): Talk {
  const last = talk.said.at(-1)
  if (!last || last.isMine) return { ...talk, said: [...talk.said, { isMine: false, text: change('') }] }
  return { ...talk, said: [...talk.said.slice(0, -1), { isMine: false, text: change(last.text) }] }
}

function ended(talk: Talk, finishReason: string): Talk {
  const last = talk.said.at(-1)
  return last && !last.isMine
    ? { ...talk, said: [...talk.said.slice(0, -1), { ...last, finishReason }] }
    : talk
}
