import { http, HttpResponse } from 'msw'
import type { Channel, Deployment, DiscordServer } from '@/features/deployments/api/schema'
import { orla, orlaInFull } from './personalities'
import { server } from './server'

export const tidePool: DiscordServer = {
  id: '81384788765712384',
  name: 'Tide Pool',
  owner: true,
  manageable: true,
  botPresent: false,
  memberCount: 1234,
}

export const harbour: DiscordServer = {
  id: '81384788765712385',
  name: 'The Harbour',
  owner: false,
  manageable: true,
  botPresent: true,
}

export const lighthouse: DiscordServer = {
  id: '81384788765712386',
  name: 'Lighthouse Fans',
  owner: false,
  manageable: false,
  botPresent: true,
  memberCount: 1,
}

export const channels: Channel[] = [
  { id: '91384788765712384', name: 'general', canSpeak: true },
  {
    id: '91384788765712385',
    name: 'announcements',
    category: 'Quiet',
    canSpeak: false,
    missing: ['send_messages'],
  },
]

export function deployment(overrides: Partial<Deployment> = {}): Deployment {
  return {
    id: '019cad9d-0000-7000-8000-00000000d001',
    personalityId: orla.id,
    personalityName: orla.name,
    personalityVersion: 3,
    serverId: tidePool.id,
    serverName: tidePool.name,
    channelIds: [],
    updatePolicy: 'auto',
    status: 'active',
    requestedAt: '2026-11-01T12:00:00Z',
    updatedAt: '2026-11-01T12:00:05Z',
    ...overrides,
  }
}

/** Discord with three servers of mine; the bot is on those that say so. */
export const discord = [
  http.get('/api/marketplace/discord/servers', () =>
    HttpResponse.json({ items: [tidePool, lighthouse, harbour] }),
  ),
  http.get('/api/marketplace/discord/servers/:id/channels', ({ params }) =>
    params.id === tidePool.id
      ? HttpResponse.json({ type: '/problems/bot-not-present', status: 409 }, { status: 409 })
      : HttpResponse.json({ items: channels }),
  ),
  http.get(`/api/marketplace/personalities/${orla.id}`, () => HttpResponse.json(orlaInFull)),
]

/** From now on in this test, these are my deployments. */
export function deployed(...items: Deployment[]) {
  server.use(
    ...discord,
    http.get('/api/marketplace/deployments', () => HttpResponse.json({ items })),
    http.get('/api/marketplace/deployments/:id', ({ params }) => {
      const found = items.find(({ id }) => id === params.id)
      return found
        ? HttpResponse.json(found)
        : HttpResponse.json({ type: '/problems/deployment-not-found', status: 404 }, { status: 404 })
    }),
  )
}
