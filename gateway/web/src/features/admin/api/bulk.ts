import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { type BulkAnswer, type Deed, etag, type Row } from './schema'

/** The most that one request takes. */
export const MOST = 100

type Item = { id: string; ifMatch?: string }

export const asRead = (rows: Row[]): Item[] => rows.map((row) => ({ id: row.id, ifMatch: etag(row) }))

/** The same for many, each on its own: one that fails does not stop the rest. */
export function useBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ action, items }: { action: Deed; items: Item[] }) =>
      request<BulkAnswer>('/api/admin/personalities/bulk', {
        method: 'POST',
        body: { action, items },
        patience: 60_000,
      }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['admin'] })
      void client.invalidateQueries({ queryKey: ['catalog'] })
    },
  })
}
