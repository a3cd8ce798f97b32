import { useInfiniteQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { isMoving } from '../words'
import type { DeploymentPage } from './schema'

/** Milliseconds between two looks while one of them is under way. */
const PAUSE = 5_000

export const useDeployments = (isSignedIn: boolean) =>
  useInfiniteQuery({
    queryKey: ['deployments', 'list'],
    queryFn: ({ pageParam, signal }) =>
      request<DeploymentPage>('/api/marketplace/deployments', {
        query: { limit: 24, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
    enabled: isSignedIn,
    refetchInterval: ({ state }) =>
      (state.data?.pages.some(({ items }) => items.some(isMoving)) ?? false) && PAUSE,
  })
