import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { AdminFilters } from '../use-admin-filters'
import type { AdminPage } from './schema'

const PAGE = 50

/** Personalities in every status; by default in all but the deleted. */
export const useAdminList = ({ search, status, sort }: AdminFilters) =>
  useInfiniteQuery({
    queryKey: ['admin', 'list', search, status, sort],
    queryFn: ({ pageParam, signal }) =>
      request<AdminPage>('/api/admin/personalities', {
        query: { search, status: status ? [status] : [], sort, limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  })
