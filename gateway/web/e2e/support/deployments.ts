import type { Page } from '@playwright/test'

const SAM_AT = {
  id: '019cad9d-0000-7000-8000-00000000d001',
  personalityId: '019cad9d-d245-7ebe-b1c5-3e9a0a1e6334',
  personalityName: 'Orla the Lighthouse Keeper',
  personalityVersion: 3,
  serverId: '3000000000000000002',
  serverName: 'Moon Base',
  channelIds: [],
  updatePolicy: 'auto',
  requestedAt: '2026-11-01T12:00:00Z',
  updatedAt: '2026-11-01T12:00:05Z',
}

/** A deployment as it seldom stands: what Discord does not do on request is answered here. */
export async function standing(page: Page, deployment: Record<string, unknown>) {
  const shown = { ...SAM_AT, ...deployment }
  await page.route(`**/api/marketplace/deployments/${shown.id}`, (route) => route.fulfill({ json: shown }))
  await page.route('**/api/marketplace/deployments?*', (route) => route.fulfill({ json: { items: [shown] } }))
  await page.route(`**/api/marketplace/personalities/${shown.personalityId}`, (route) =>
    route.fulfill({ status: 404, json: { type: '/problems/personality-not-found', status: 404 } }),
  )
  return `/deployments/${shown.id}`
}
