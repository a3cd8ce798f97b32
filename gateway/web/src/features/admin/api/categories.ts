import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Shelf } from './schema'

const PATH = '/api/admin/categories'
const KEY = ['admin', 'categories']

/** In their order, with how many personalities they have in each status. */
export const useShelves = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => request<Shelf[]>(PATH, { signal }) })

export type Shelving =
  | { verb: 'add'; name: string; slug?: string | undefined }
  | { verb: 'rename'; of: string; name: string; slug: string }
  | { verb: 'merge'; of: string; into: string }
  | { verb: 'remove'; of: string }
  | { verb: 'order'; slugs: string[] }

function shelve(deed: Shelving): Promise<unknown> {
  switch (deed.verb) {
    case 'add':
      return request(PATH, { method: 'POST', body: { name: deed.name, slug: deed.slug } })
    case 'rename':
      return request(`${PATH}/${deed.of}`, { method: 'PUT', body: { name: deed.name, slug: deed.slug } })
    case 'merge':
      return request(`${PATH}/${deed.of}/merge`, { method: 'POST', body: { into: deed.into } })
    case 'remove':
      return request(`${PATH}/${deed.of}`, { method: 'DELETE' })
    case 'order':
      return request(`${PATH}/order`, { method: 'PUT', body: { slugs: deed.slugs } })
  }
}

export function useShelving() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: shelve,
    meta: { toldInPlace: true },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['admin'] })
      void client.invalidateQueries({ queryKey: ['catalog'] })
    },
  })
}
