import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { violations } from '@/testing/axe'
import { deployed, deployment, tidePool } from '@/testing/deployments'
import { mia, signedInAs } from '@/testing/people'
import { orla } from '@/testing/personalities'
import { FAILURES, failing } from '@/testing/problems'
import { renderRoutes } from '@/testing/render'
import { server } from '@/testing/server'
import { seeWayOn } from '@/testing/way-on'
import type { Permission, Reason, Status } from './api/schema'
import { untilNextLook } from './api/read-deployment'
import { deploymentRoutes } from './routes'
import { explain, PERMISSION, STATUS } from './words'

const one = deployment()
const at = `/deployments/${one.id}`
const open = (address: string) => renderRoutes(deploymentRoutes, address)

describe('a deployment', () => {
  it('shows the face in a message and the command to type, once it is active', async () => {
    signedInAs(mia)
    deployed(one)
    open(at)
    const message = await screen.findByRole('figure', { name: `${orla.name} on Discord` })
    expect(within(message).getAllByText('/chat').length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: 'Open in Discord' })).toHaveAttribute(
      'href',
      `https://discord.com/channels/${tidePool.id}`,
    )
    expect(await violations()).toEqual([])
  })

  it('waits for the bot, with the button that adds it, and takes a no for what it is', async () => {
    signedInAs(mia)
    deployed(deployment({ status: 'awaiting_install', installUrl: 'https://discord.com/oauth2/authorize' }))
    open(`${at}?install=denied`)
    expect(await screen.findByRole('link', { name: 'Add to Tide Pool' })).toHaveAttribute(
      'href',
      'https://discord.com/oauth2/authorize',
    )
    expect(screen.getByText(/You said no at Discord/)).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('goes on by itself as it goes on at Discord', async () => {
    signedInAs(mia)
    deployed()
    const answers: Status[] = ['requested', 'activating', 'active']
    server.use(
      http.get('/api/marketplace/deployments/:id', () =>
        HttpResponse.json(
          deployment({
            status: answers.length > 1 ? answers.shift() : answers[0],
            updatedAt: new Date().toISOString(),
          }),
        ),
      ),
    )
    open(at)
    expect(await screen.findByText('Asking Discord about Tide Pool…')).toBeVisible()
    expect(await screen.findByText(`${orla.name} is on Tide Pool.`, {}, { timeout: 5_000 })).toBeVisible()
  })

  it('looks less often the longer it waits, and no more once it has settled', () => {
    const waiting = (seconds: number) =>
      untilNextLook(
        deployment({ status: 'awaiting_install', updatedAt: '2026-11-01T12:00:00Z' }),
        Date.parse('2026-11-01T12:00:00Z') + seconds * 1000,
      )
    expect([0, 20, 3600].map(waiting)).toEqual([1_000, 5_000, 15_000])
    expect(untilNextLook(one)).toBe(false)
  })

  it.each(Object.keys(PERMISSION) as Permission[])(
    'names the missing permission %s as Discord does',
    async (missing) => {
      signedInAs(mia)
      deployed(
        deployment({ status: 'degraded', reason: 'bot_missing_permission', missingPermissions: [missing] }),
      )
      open(at)
      const list = await screen.findByRole('list', { name: 'Missing permissions' })
      expect(list).toHaveTextContent(PERMISSION[missing].name)
      expect(list).toHaveTextContent(PERMISSION[missing].need)
    },
  )

  const ENDS: [Status, Reason | undefined, RegExp, string | undefined][] = [
    ['degraded', 'bot_missing_permission', /lacks a permission/, 'Open in Discord'],
    ['degraded', 'discord_unavailable', /Discord does not answer/, undefined],
    ['degraded', 'personality_archived', /has left the marketplace/, 'See all personalities'],
    ['active', 'personality_archived', /has left the marketplace/, 'Open in Discord'],
    ['failed', 'bot_missing_permission', /lacks a permission/, 'Deploy again'],
    ['failed', 'server_gone', /is gone, or the bot was taken off/, 'Deploy again'],
    ['failed', 'discord_refused', /did not accept/, 'Deploy again'],
    ['failed', 'discord_unavailable', /did not answer for too long/, 'Deploy again'],
    ['failed', 'personality_archived', /has left the marketplace/, 'See all personalities'],
    ['failed', undefined, /could not move/, 'Deploy again'],
    ['expired', 'install_expired', /not added to Tide Pool in time/, 'Deploy again'],
    ['removed', 'bot_removed', /took the bot off Tide Pool/, 'Deploy again'],
    ['removed', 'server_gone', /no longer there/, 'Deploy again'],
    ['undeployed', 'undeployed', /has left Tide Pool/, 'Deploy again'],
  ]
  it.each(ENDS)('explains %s because of %s, and the next step', async (status, reason, words, wayOn) => {
    signedInAs(mia)
    deployed(deployment({ status, reason }))
    open(at)
    const standing = await screen.findByRole('region', { name: 'Status' })
    expect(within(standing).getByRole('heading')).toHaveTextContent(words)
    if (wayOn) expect(await within(standing).findByRole('link', { name: wayOn })).toBeVisible()
  })

  it('has a sentence and a next step for every pair of status and reason, even unheard ones', () => {
    for (const status of Object.keys(STATUS) as Status[])
      for (const [, reason] of ENDS) {
        const { title, next } = explain(deployment({ status, reason }))
        expect(`${title} ${next}`).not.toContain('undefined')
      }
  })

  it('changes policy at once and channels on request', async () => {
    signedInAs(mia)
    const there = deployment({ serverId: '81384788765712385', serverName: 'The Harbour' })
    deployed(there)
    const asked: unknown[] = []
    server.use(
      http.patch('/api/marketplace/deployments/:id', async ({ request }) => {
        const change = (await request.json()) as object
        asked.push(change)
        return HttpResponse.json({ ...there, ...change })
      }),
    )
    const { user } = open(at)
    await user.click(await screen.findByRole('radio', { name: 'Stay on this version' }))
    await user.click(await screen.findByRole('radio', { name: 'In some channels' }))
    await user.click(screen.getByRole('checkbox', { name: '# general' }))
    await user.click(screen.getByRole('button', { name: 'Keep these channels' }))
    expect(await screen.findByText('The channels are changed.')).toBeVisible()
    expect(asked).toEqual([{ updatePolicy: 'pinned' }, { channelIds: ['91384788765712384'] }])
  })

  it.each(FAILURES)('has words and a way on when it answers %i', async (status) => {
    signedInAs(mia)
    failing('get', '/api/marketplace/deployments/:id', status)
    open(at)
    await seeWayOn(status)
  })
})

describe('my deployments', () => {
  it('ask a visitor to sign in', async () => {
    open('/deployments')
    expect(await screen.findByText('Sign in to see what you have deployed.')).toBeVisible()
  })

  it('lead to somebody while there is nothing', async () => {
    signedInAs(mia)
    deployed()
    open('/deployments')
    expect(await screen.findByRole('link', { name: 'Find somebody' })).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('show who lives where and how they are', async () => {
    signedInAs(mia)
    deployed(
      one,
      deployment({ id: 'two', serverName: 'The Harbour', status: 'failed', reason: 'discord_refused' }),
    )
    open('/deployments')
    const [first, second] = await screen.findAllByRole('listitem')
    expect(first).toHaveTextContent(/on Tide Pool.*Active.*Version 3.*All channels/)
    expect(second).toHaveTextContent(/on The Harbour.*Failed.*Discord did not accept this/)
    expect(await violations()).toEqual([])
  })

  it('switch between following and staying', async () => {
    signedInAs(mia)
    deployed(one)
    server.use(
      http.patch('/api/marketplace/deployments/:id', async ({ request }) =>
        HttpResponse.json({ ...one, ...((await request.json()) as object) }),
      ),
    )
    const { user } = open('/deployments')
    const policy = await screen.findByRole('switch', { name: /Follow new versions/ })
    expect(policy).toBeChecked()
    await user.click(policy)
    await expect.poll(() => policy).not.toBeChecked()
  })

  it('undeploy once it is confirmed, and say it in place when that fails', async () => {
    signedInAs(mia)
    deployed(one)
    failing('delete', '/api/marketplace/deployments/:id', 503)
    const { user } = open('/deployments')
    await user.click(await screen.findByRole('button', { name: /^Undeploy/ }))
    const dialog = await screen.findByRole('dialog', { name: `Undeploy ${orla.name} from Tide Pool?` })
    await user.click(within(dialog).getByRole('button', { name: 'Undeploy' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('This is resting for a moment.')
    server.use(http.delete('/api/marketplace/deployments/:id', () => new HttpResponse(null, { status: 204 })))
    deployed(deployment({ status: 'undeployed', reason: 'undeployed' }))
    await user.click(within(dialog).getByRole('button', { name: 'Undeploy' }))
    expect(await screen.findByText(`${orla.name} has left Tide Pool.`)).toBeVisible()
    expect(await screen.findByText('Undeployed')).toBeVisible()
  })

  it('bring the next page on request', async () => {
    signedInAs(mia)
    deployed()
    server.use(
      http.get('/api/marketplace/deployments', ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.has('cursor')
            ? { items: [deployment({ id: 'two', serverName: 'The Harbour' })] }
            : { items: [one], nextCursor: one.id },
        ),
      ),
    )
    const { user } = open('/deployments')
    await user.click(await screen.findByRole('button', { name: 'More deployments' }))
    expect(await screen.findByText('on The Harbour')).toBeVisible()
  })

  it.each(FAILURES)('have words and a way on when they answer %i', async (status) => {
    signedInAs(mia)
    failing('get', '/api/marketplace/deployments', status)
    open('/deployments')
    await seeWayOn(status)
  })
})
