import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { asProblem, Problem } from '@/lib/api/problem'
import type { OwnRating, Rated } from '@/lib/api/schema'
import { keep } from '@/lib/kept'
import { announce } from '@/lib/live'
import { tell, warn } from '@/lib/toasts'

const path = (id: string) => `/api/marketplace/personalities/${id}`
const key = (id: string) => ['ratings', id, 'own']

/** What is kept while somebody signs in anew. */
export type Waiting = { stars: number; review?: string | undefined }
export const waitingKey = (id: string) => `rating of ${id}`

/** My rating of a personality; null while there is none. */
export const useOwnRating = (id: string, isSignedIn: boolean) =>
  useQuery({
    queryKey: key(id),
    queryFn: ({ signal }) =>
      request<OwnRating>(`${path(id)}/rating`, { signal }).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null
        throw error
      }),
    enabled: isSignedIn,
  })

/** Gives stars, and perhaps words; again replaces. A repetition after a lost answer counts once. */
export function useRate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ attempt, ...body }: { stars: number; review?: string; attempt: string }) =>
      request<Rated>(`${path(id)}/rate`, { method: 'POST', body, headers: { 'Idempotency-Key': attempt } }),
    meta: { toldInPlace: true },
    onError: (error, { stars, review }) => {
      if (asProblem(error).status !== 401) return
      keep(waitingKey(id), { stars, review } satisfies Waiting)
      warn('You are not signed in any more.', 'What you gave and wrote waits here until you are back.')
    },
    onSuccess: ({ rating, summary: { average, count, histogram, version } }) => {
      client.setQueryData(key(id), rating)
      announce({ type: 'rating', personalityId: id, rating: { average, count }, histogram, version })
      void client.invalidateQueries({ queryKey: ['ratings', id, 'reviews'] })
      tell('Thank you.', 'Your rating counts from now on.')
    },
  })
}

export function useWithdraw(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request(`${path(id)}/rating`, { method: 'DELETE' }),
    onSuccess: () => {
      client.setQueryData(key(id), null)
      void client.invalidateQueries({ queryKey: ['ratings', id, 'reviews'] })
      tell('Your rating is withdrawn.')
    },
  })
}
