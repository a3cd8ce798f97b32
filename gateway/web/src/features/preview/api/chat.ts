import { send } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'
import type { Budget, Draft, Message } from '@/lib/api/schema'
import { readEvents } from './read-events'

/** Milliseconds until an answer has begun; the service gives its model fifteen seconds for the first word. */
const PATIENCE = 30_000

export type ChatEvent =
  /** Whether the built-in model stands in for a real one. */
  | { type: 'model'; isDemonstration: boolean }
  | { type: 'session'; sessionId: string; remaining: number; budget?: Budget }
  | { type: 'token'; text: string; replaces?: boolean }
  | { type: 'done'; finishReason: string }

export type Wish = { message: string; sessionId?: string | undefined } | { goOn: true; sessionId: string }

/** What a personality answers, piece by piece. Throws a {@link Problem} when it does not, or breaks off. */
export const chat = (personalityId: string, wish: Wish, signal: AbortSignal) =>
  listen(`/api/marketplace/preview/${personalityId}/chat`, wish, signal)

/** What a draft would answer to all that was said; nothing of it is remembered. Throws as {@link chat} does. */
export const rehearse = (draft: Draft, messages: Message[], signal: AbortSignal) =>
  listen('/api/admin/preview/chat', { draft, messages }, signal)

async function* listen(path: string, body: object, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const response = await send(path, {
    method: 'POST',
    body,
    headers: { Accept: 'text/event-stream' },
    signal,
    patience: PATIENCE,
  })
  if (!response.body) throw Problem.of('unreachable')
  yield { type: 'model', isDemonstration: response.headers.has('X-Demonstration-Model') }
  let isDone = false
  try {
    for await (const { event, data } of readEvents(response.body)) {
      const value = JSON.parse(data) as Record<string, unknown>
      if (event === 'error') throw new Problem(Number(value.status), value)
      isDone ||= event === 'done'
      yield { ...value, type: event } as ChatEvent
    }
  } catch (error) {
    throw error instanceof Problem || signal.aborted ? error : Problem.of('connection-lost')
  }
  if (!isDone && !signal.aborted) throw Problem.of('connection-lost')
}
