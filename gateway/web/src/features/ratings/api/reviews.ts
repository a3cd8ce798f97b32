import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Helpfulness, Review, ReviewPage } from '@/lib/api/schema'

export type ReviewSort = 'newest' | 'helpful'

const path = (id: string) => `/api/marketplace/personalities/${id}/ratings`

export const useReviews = (id: string, sort: ReviewSort) =>
  useInfiniteQuery({
    queryKey: ['ratings', id, 'reviews', sort],
    queryFn: ({ pageParam, signal }) =>
      request<ReviewPage>(path(id), { query: { sort, limit: 10, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  })

export function useHelpful(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id: review, foundHelpful }: Review) =>
      request<Helpfulness>(`${path(id)}/${review}/helpful`, { method: foundHelpful ? 'DELETE' : 'PUT' }),
    onSuccess: (answer, { id: review }) =>
      client.setQueriesData<InfiniteData<ReviewPage>>(
        { queryKey: ['ratings', id, 'reviews'] },
        (reviews) =>
          reviews && {
            ...reviews,
            pages: reviews.pages.map((page) => ({
              ...page,
              items: page.items.map((item) => (item.id === review ? { ...item, ...answer } : item)),
            })),
          },
      ),
  })
}
