import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { isMoving } from '../words'
import type { Deployment } from './schema'

/** Milliseconds between two looks at what is under way. */
const SHORTEST = 1_000
const LONGEST = 15_000

export const deploymentKey = (id: string) => ['deployments', 'one', id]

/** The longer nothing happens, the longer the pause: a quarter of how long it has been waited for. */
export function untilNextLook(deployment: Deployment, now = Date.now()): number | false {
  if (!isMoving(deployment)) return false
  return Math.min(Math.max((now - Date.parse(deployment.updatedAt)) / 4, SHORTEST), LONGEST)
}

/** One of my deployments, followed until it has settled. */
export const useDeployment = (id: string) =>
  useQuery({
    queryKey: deploymentKey(id),
    queryFn: ({ signal }) => request<Deployment>(`/api/marketplace/deployments/${id}`, { signal }),
    staleTime: 0, // back from Discord, the first thing to know is how it stands
    refetchInterval: ({ state }) => state.data !== undefined && untilNextLook(state.data),
  })
