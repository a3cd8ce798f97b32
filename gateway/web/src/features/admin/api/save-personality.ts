import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { adminPath, adminQuery } from './read-personality'
import { type AdminPersonality, etag, type Template } from './schema'

/** Shows a personality as the service has just answered, and reads lists of it anew. */
export function keepPersonality(client: QueryClient, saved: AdminPersonality) {
  client.setQueryData(adminQuery(saved.id).queryKey, saved)
  void client.invalidateQueries({ queryKey: ['admin', 'list'] })
  void client.invalidateQueries({ queryKey: ['admin', 'versions', saved.id] })
  void client.invalidateQueries({ queryKey: ['catalog'] })
}

/** Creates it, or replaces the state that was read; another one is a 412. */
export function useSave() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ base, body }: { base: AdminPersonality | undefined; body: Template }) =>
      base
        ? request<AdminPersonality>(adminPath(base.id), {
            method: 'PUT',
            body,
            headers: { 'If-Match': etag(base) },
          })
        : request<AdminPersonality>('/api/admin/personalities', { method: 'POST', body }),
    meta: { toldInPlace: true },
    onSuccess: (saved) => keepPersonality(client, saved),
  })
}
