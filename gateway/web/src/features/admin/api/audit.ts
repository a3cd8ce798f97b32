import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { AuditPage } from './schema'

export type AuditFilters = {
  personality?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Who changed what, the newest first; times are from (inclusive) and to (exclusive). */
export const useAudit = (filters: AuditFilters) =>
  useInfiniteQuery({
    queryKey: ['admin', 'audit', filters],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>('/api/admin/audit', { query: { ...filters, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
