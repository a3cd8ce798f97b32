import { queryOptions, useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { AdminPersonality } from './schema'

export const adminPath = (id: string) => `/api/admin/personalities/${id}`
export const adminQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'personality', id],
    queryFn: ({ signal }) => request<AdminPersonality>(adminPath(id), { signal }),
  })

export const useAdminPersonality = (id: string) => useQuery(adminQuery(id))
