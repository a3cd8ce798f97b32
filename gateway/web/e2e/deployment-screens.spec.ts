import { expect, test } from './support/calm'
import { standing } from './support/deployments'
import { look } from './support/look'
import { signIn } from './support/people'

const STANDINGS = [
  ['requested', {}],
  ['activating', {}],
  ['degraded', { reason: 'bot_missing_permission', missingPermissions: ['send_messages', 'embed_links'] }],
  ['failed', { reason: 'discord_refused' }],
  ['expired', { reason: 'install_expired' }],
  ['removed', { reason: 'bot_removed' }],
  ['undeployed', { reason: 'undeployed' }],
] as const

test('how a deployment may stand', async ({ page, mayFail }) => {
  mayFail(/404|409.*\/channels$/)
  await page.goto('/')
  await signIn(page, 'Sam Serverowner')
  for (const [status, more] of STANDINGS) {
    await page.goto(await standing(page, { status, ...more }))
    await expect(page.getByRole('region', { name: 'Status' })).toBeVisible()
    await look(page, `deployment-${status}`)
  }
})

test('back from Discord with a no', async ({ page, mayFail }) => {
  mayFail(/404|409.*\/channels$/)
  await page.goto('/')
  await signIn(page, 'Sam Serverowner')
  const address = await standing(page, { status: 'awaiting_install', installUrl: 'http://localhost:8090/' })
  await page.goto(`${address}?install=denied`)
  await expect(page.getByText(/You said no at Discord/)).toBeVisible()
  await look(page, 'deployment-denied')
})

test('deployments of a visitor, of a newcomer, and while they are away', async ({ page, mayFail }) => {
  mayFail(/503/)
  await page.goto('/deployments')
  await expect(page.getByText('Sign in to see what you have deployed.')).toBeVisible()
  await look(page, 'deployments-visitor')
  await signIn(page, 'Noa Newcomer')
  await expect(page.getByText('You have deployed nobody yet.')).toBeVisible()
  await look(page, 'deployments-empty')
  await page.route('**/api/marketplace/deployments?*', (route) => route.fulfill({ status: 503, body: '' }))
  await page.reload()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await look(page, 'deployments-away')
  await page.unroute('**/api/marketplace/deployments?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('You have deployed nobody yet.')).toBeVisible()
  await page.goto('/personalities/sherlock-of-baker-row/deploy')
  await expect(page.getByText('You are on no server yet.')).toBeVisible()
  await look(page, 'deploy-no-server')
})
