import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Deployment, Order } from './schema'
import { deploymentKey } from './read-deployment'

/** Asked for again, it is the same deployment: a repetition after a lost answer does no harm. */
export function useDeploy(personalityId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Order) =>
      request<Deployment>(`/api/marketplace/personalities/${personalityId}/deploy`, { method: 'POST', body }),
    meta: { toldInPlace: true },
    onSuccess: (deployment) => {
      client.setQueryData(deploymentKey(deployment.id), deployment)
      void client.invalidateQueries({ queryKey: ['deployments', 'list'] })
    },
  })
}
