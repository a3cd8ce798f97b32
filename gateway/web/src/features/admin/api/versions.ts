import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { adminPath } from './read-personality'
import { keepPersonality } from './save-personality'
import { type AdminPersonality, type Difference, etag, type VersionPage } from './schema'

/** The newest first. */
export const useVersions = (id: string) =>
  useInfiniteQuery({
    queryKey: ['admin', 'versions', id],
    queryFn: ({ pageParam, signal }) =>
      request<VersionPage>(`${adminPath(id)}/versions`, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  })

/** What two of them say differently; each is a number, or draft. */
export const useDifferences = (id: string, from: string, to: string, revision: number) =>
  useQuery({
    queryKey: ['admin', 'versions', id, 'diff', from, to, revision],
    queryFn: ({ signal }) =>
      request<Difference[]>(`${adminPath(id)}/versions/diff`, { query: { from, to }, signal }),
    enabled: from !== to,
  })

export function useRollBack(personality: AdminPersonality) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      request<AdminPersonality>(`${adminPath(personality.id)}/versions/${version}/rollback`, {
        method: 'POST',
        headers: { 'If-Match': etag(personality) },
      }),
    onSuccess: (changed) => keepPersonality(client, changed),
  })
}
