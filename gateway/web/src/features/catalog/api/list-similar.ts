import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Card } from '@/lib/api/schema'

export const useSimilar = (slug: string) =>
  useQuery({
    queryKey: ['catalog', 'similar', slug],
    queryFn: ({ signal }) =>
      request<{ items: Card[] }>(`/api/marketplace/personalities/${encodeURIComponent(slug)}/similar`, {
        query: { limit: 4 },
        signal,
      }),
    select: ({ items }) => items,
  })
