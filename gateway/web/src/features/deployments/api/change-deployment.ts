import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { Deployment, UpdatePolicy } from './schema'
import { keepDeployment } from './keep-deployment'

export type Change = { updatePolicy?: UpdatePolicy; channelIds?: string[] }

export function useChangeDeployment(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Change) =>
      request<Deployment>(`/api/marketplace/deployments/${id}`, { method: 'PATCH', body }),
    onSuccess: (changed) => keepDeployment(client, changed),
  })
}
