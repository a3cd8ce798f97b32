import { request } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'
import type { Conversation } from '@/lib/api/schema'

const SESSIONS = '/api/marketplace/preview/sessions'

export const readConversation = (sessionId: string, signal?: AbortSignal) =>
  request<Conversation>(`${SESSIONS}/${sessionId}`, { signal })

export const restartConversation = (sessionId: string) =>
  request<Conversation>(`${SESSIONS}/${sessionId}/restart`, { method: 'POST' })

/** The conversation that this person last had with a personality; null for none. */
export async function readLatest(personalityId: string, signal?: AbortSignal): Promise<Conversation | null> {
  const { items } = await request<{ items: { sessionId: string }[] }>(SESSIONS, {
    query: { personality: personalityId, limit: 1 },
    signal,
  })
  if (!items[0]) return null
  return readConversation(items[0].sessionId, signal).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null // forgotten in between
    throw error
  })
}
