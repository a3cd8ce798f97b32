import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { violations } from '@/testing/axe'
import { deployed, deployment, discord, harbour, tidePool } from '@/testing/deployments'
import { mia, signedInAs } from '@/testing/people'
import { orla } from '@/testing/personalities'
import { FAILURES, failing } from '@/testing/problems'
import { renderRoutes } from '@/testing/render'
import { seeWayOn } from '@/testing/way-on'
import { server } from '@/testing/server'
import { DeployPanel } from './components/deploy-panel'
import { deploymentRoutes } from './routes'

const PAGE = `/personalities/${orla.slug}/deploy`
const open = (at = PAGE) =>
  renderRoutes(
    [
      { path: '/personalities/:slug/deploy', element: <DeployPanel personality={orla} /> },
      ...deploymentRoutes,
    ],
    at,
  )
const step = (name: string) => screen.getByRole('heading', { name }).closest('li') as HTMLElement

it('begins with signing in, and has all three steps in view', async () => {
  open()
  const link = await screen.findByRole('link', { name: 'Continue with Discord' })
  expect(link).toHaveAttribute('href', `/api/auth/discord?returnTo=%2F`)
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'Sign in',
    'Choose a server',
    'Confirm',
  ])
  expect(await violations()).toEqual([])
})

it('shows where one may deploy, and why not elsewhere', async () => {
  signedInAs(mia)
  server.use(...discord)
  open()
  const mine = await screen.findByRole('list', { name: 'Servers that you manage' })
  expect(within(mine).getByRole('button', { name: /Tide Pool 1.2K members · yours/ })).toBeVisible()
  expect(within(mine).getByRole('button', { name: /The Harbour the bot is there already/ })).toBeVisible()
  const others = screen.getByRole('list', { name: 'Servers that you do not manage' })
  expect(others).toHaveTextContent('Lighthouse Fans')
  expect(others).toHaveTextContent('You need “Manage Server” there.')
  expect(within(others).queryByRole('button')).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

it('searches among many servers', async () => {
  signedInAs(mia)
  const many = Array.from({ length: 9 }, (_, n) => ({ ...tidePool, id: `${n}`, name: `Pool ${n}` }))
  server.use(http.get('/api/marketplace/discord/servers', () => HttpResponse.json({ items: many })))
  const { user } = open()
  const search = await screen.findByRole('searchbox', { name: 'Search your servers' })
  await user.type(search, 'pool 4')
  expect(screen.getByRole('button', { name: /Pool 4/ })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Pool 5/ })).not.toBeInTheDocument()
  await user.type(search, ' none')
  expect(screen.getByRole('status')).toHaveTextContent('None of your servers is called “pool 4 none”.')
})

it('deploys with the keyboard alone, and follows until it is there', async () => {
  signedInAs(mia)
  deployed(deployment({ status: 'active' }))
  const asked: unknown[] = []
  server.use(
    http.post(`/api/marketplace/personalities/${orla.id}/deploy`, async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json(deployment({ status: 'requested' }), { status: 202 })
    }),
  )
  const { user, router } = open()
  ;(await screen.findByRole('button', { name: /Tide Pool/ })).focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Confirm' })).toHaveFocus()
  expect(step('Choose a server, done')).toHaveTextContent('Tide Pool, 1.2K members')
  expect(await screen.findByText(/In all channels for now/)).toBeVisible()
  expect(screen.getByText(/Discord asks you to add our bot/)).toBeVisible()
  screen.getByRole('radio', { name: 'Follow the newest version' }).focus()
  await user.keyboard('{ArrowDown}')
  screen.getByRole('button', { name: 'Deploy to Tide Pool' }).focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: `${orla.name} is on Tide Pool.` })).toBeVisible()
  expect(asked).toEqual([{ serverId: tidePool.id, updatePolicy: 'pinned' }])
  expect(router.state.location.pathname).toBe(`/deployments/${deployment().id}`)
})

it('lets choose channels where the bot sees them, with what it lacks there', async () => {
  signedInAs(mia)
  deployed()
  const asked: unknown[] = []
  server.use(
    http.post(`/api/marketplace/personalities/${orla.id}/deploy`, async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json(deployment({ status: 'requested' }), { status: 202 })
    }),
  )
  const { user } = open(`${PAGE}?server=${harbour.id}`)
  await user.click(await screen.findByRole('radio', { name: 'In some channels' }))
  expect(screen.getByRole('button', { name: 'Deploy to The Harbour' })).toBeDisabled()
  expect(screen.getByText('The bot lacks Send Messages here')).toBeVisible()
  expect(await violations()).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: '# general' }))
  await user.click(screen.getByRole('button', { name: 'Deploy to The Harbour' }))
  await expect
    .poll(() => asked)
    .toEqual([{ serverId: harbour.id, updatePolicy: 'auto', channelIds: ['91384788765712384'] }])
})

it('goes back to the choice of a server', async () => {
  signedInAs(mia)
  server.use(...discord)
  const { user, router } = open(`${PAGE}?server=${harbour.id}`)
  await user.click(await screen.findByRole('button', { name: 'Change: Choose a server' }))
  expect(await screen.findByRole('button', { name: /Tide Pool/ })).toBeVisible()
  expect(router.state.location.search).toBe('')
})

it('asks for Discord’s consent once more where it is needed, and stays signed in', async () => {
  signedInAs(mia)
  failing('get', '/api/marketplace/discord/servers', 401, 'discord-sign-in-needed')
  open()
  expect(await screen.findByText('Discord wants to hear from you again.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Continue with Discord' })).toHaveAttribute(
    'href',
    '/api/auth/discord?prompt=consent&returnTo=%2F',
  )
  expect(screen.getByText('You are Mia Member')).toBeVisible()
})

it.each(FAILURES)('has words and a way on when servers answer %i', async (status) => {
  signedInAs(mia)
  failing('get', '/api/marketplace/discord/servers', status)
  open()
  await seeWayOn(status)
})

it.each(FAILURES)('says why it could not deploy when that answers %i', async (status) => {
  signedInAs(mia)
  server.use(...discord)
  failing('post', `/api/marketplace/personalities/${orla.id}/deploy`, status)
  const { user } = open(`${PAGE}?server=${tidePool.id}`)
  await user.click(await screen.findByRole('button', { name: 'Deploy to Tide Pool' }))
  const told = status === 401 ? screen.findByRole('link', { name: /Discord/ }) : screen.findByRole('alert')
  expect(await told).toBeVisible()
})

it('has a word for whoever is on no server', async () => {
  signedInAs(mia)
  server.use(http.get('/api/marketplace/discord/servers', () => HttpResponse.json({ items: [] })))
  open()
  expect(await screen.findByText('You are on no server yet.')).toBeVisible()
})
