import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import type { DiscordServer } from './schema'

/** All of my servers, also those where I may not deploy: nobody should wonder where one is. */
export const useServers = (isSignedIn: boolean) =>
  useQuery({
    queryKey: ['deployments', 'servers'],
    queryFn: ({ signal }) =>
      request<{ items: DiscordServer[] }>('/api/marketplace/discord/servers', {
        query: { all: true },
        signal,
      }),
    select: ({ items }) => items,
    enabled: isSignedIn,
  })
