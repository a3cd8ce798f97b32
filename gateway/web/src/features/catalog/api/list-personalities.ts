import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Page } from '@/lib/api/schema'
import type { Filters } from '../filters'

const PAGE_SIZE = 48

export const listQuery = ({ search, categories, tags, sort }: Filters) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'list', { search, categories, tags, sort }],
    queryFn: ({ pageParam, signal }) =>
      request<Page>('/api/marketplace/personalities', {
        query: { search, category: categories, tag: tags, sort, limit: PAGE_SIZE, cursor: pageParam },
        signal, // an older answer is discarded when a newer question is asked
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  })

export const useList = (filters: Filters) => useInfiniteQuery(listQuery(filters))
