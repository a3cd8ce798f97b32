import { queryOptions, useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Personality } from '@/lib/api/schema'

export const personalityQuery = (slug: string) =>
  queryOptions({
    queryKey: ['catalog', 'personality', slug],
    queryFn: ({ signal }) =>
      request<Personality>(`/api/marketplace/personalities/${encodeURIComponent(slug)}`, { signal }),
  })

export const usePersonality = (slug: string) => useQuery(personalityQuery(slug))
