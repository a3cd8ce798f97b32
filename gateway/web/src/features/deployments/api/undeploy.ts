import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { tell } from '@/lib/toasts'
import type { Deployment } from './schema'
import { keepDeployment } from './keep-deployment'

export function useUndeploy({ id, personalityName, serverName, ...rest }: Deployment) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request(`/api/marketplace/deployments/${id}`, { method: 'DELETE' }),
    meta: { toldInPlace: true },
    onSuccess: () => {
      const gone = { ...rest, id, personalityName, serverName, status: 'undeployed' as const }
      keepDeployment(client, gone)
      void client.invalidateQueries({ queryKey: ['deployments'] })
      tell(`${personalityName} has left ${serverName}.`)
    },
  })
}
