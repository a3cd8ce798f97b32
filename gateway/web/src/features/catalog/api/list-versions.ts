import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { HistoryEntry } from '@/lib/api/schema'

export const useVersions = (slug: string) =>
  useQuery({
    queryKey: ['catalog', 'versions', slug],
    queryFn: ({ signal }) =>
      request<HistoryEntry[]>(`/api/marketplace/personalities/${encodeURIComponent(slug)}/versions`, {
        signal,
      }),
  })
