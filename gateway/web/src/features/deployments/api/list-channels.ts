import { useQuery } from '@tanstack/react-query'
import { request } from '@/lib/api/client'
import { Problem } from '@/lib/api/problem'
import type { Channel } from './schema'

/** The text channels of a server in Discord's order; null while the bot is not there to see them. */
export const useChannels = (serverId: string) =>
  useQuery({
    queryKey: ['deployments', 'channels', serverId],
    queryFn: ({ signal }) =>
      request<{ items: Channel[] }>(`/api/marketplace/discord/servers/${serverId}/channels`, { signal })
        .then(({ items }) => items)
        .catch((error: unknown) => {
          if (error instanceof Problem && error.code === 'bot-not-present') return null
          throw error
        }),
  })
