import { useState } from 'react'
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

/** The policy, as it is wanted until the service has answered: what is pressed moves at once, and back if it may not. */
export function usePolicy({ id, updatePolicy }: Pick<Deployment, 'id' | 'updatePolicy'>) {
  const [wanted, setWanted] = useState<UpdatePolicy>()
  const { mutate } = useChangeDeployment(id)
  const choose = (policy: UpdatePolicy) => {
    setWanted(policy)
    mutate({ updatePolicy: policy }, { onSettled: () => setWanted(undefined) })
  }
  return [wanted ?? updatePolicy, choose] as const
}
