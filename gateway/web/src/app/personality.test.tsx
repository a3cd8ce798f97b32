import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { orla, orlaInFull } from '@/testing/personalities'
import { FAILURES, failing } from '@/testing/problems'
import { renderRoutes } from '@/testing/render'
import { server } from '@/testing/server'
import { routes } from './router'

const ADDRESS = `/personalities/${orla.slug}`
const ONE = `/api/marketplace/personalities/${orla.slug}`

it('tells who somebody is, in words where it also draws', async () => {
  renderRoutes(routes, ADDRESS)
  expect(await screen.findByRole('heading', { level: 1, name: orla.name })).toBeVisible()
  expect(document.title).toBe(`${orla.name} · Personality Marketplace`)
  expect(screen.getByText('Skerry Point').tagName).toBe('STRONG')
  const warmth = screen.getByText('Warmth').closest('div')
  expect(warmth).toHaveTextContent('Warmth86')
  expect(screen.getByRole('link', { name: '#sea' })).toHaveAttribute('href', '/?tag=sea')
})

it('has samples, ratings by stars and what changed when', async () => {
  server.use(
    http.get(`${ONE}/versions`, () =>
      HttpResponse.json([
        { version: 2, publishedAt: '2026-03-12T10:30:00Z', changed: ['greeting', 'systemPrompt'] },
        { version: 1, publishedAt: '2026-03-02T09:00:00Z', changed: [] },
      ]),
    ),
  )
  const { user } = renderRoutes(routes, ADDRESS)
  await user.click(await screen.findByRole('tab', { name: 'Samples' }))
  expect(screen.getByRole('region', { name: 'Sample conversation 1' })).toHaveTextContent('I keep two cups.')
  await user.click(screen.getByRole('tab', { name: 'Reviews' }))
  const bars = screen.getByRole('list', { name: 'Ratings by stars' })
  expect(within(bars).getByText('5 stars: 22')).toBeInTheDocument()
  await user.click(screen.getByRole('tab', { name: 'Versions' }))
  expect(await screen.findByText('Changed: greeting and character')).toBeVisible()
})

it('opens over the list and goes back to it', async () => {
  const { user, router } = renderRoutes(routes, '/?category=companions')
  await user.click(await screen.findByRole('link', { name: orla.name }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByRole('heading', { level: 1, name: orla.name })).toBeVisible()
  expect(router.state.location.pathname).toBe(ADDRESS)
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(router.state.location.search).toBe('?category=companions')
})

it('shows a prompt only when it is open', async () => {
  server.use(
    http.get(ONE, () =>
      HttpResponse.json({ ...orlaInFull, promptVisibility: 'open', systemPrompt: 'You are Orla.' }),
    ),
  )
  renderRoutes(routes, ADDRESS)
  expect(await screen.findByText('System prompt')).toBeVisible()
})

it.each(FAILURES)('has a sentence and a way on for %i', async (status) => {
  failing('get', ONE, status)
  renderRoutes(routes, ADDRESS)
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/[.] ?[A-Z]/)
  expect(within(alert).getByRole('link', { name: 'See all personalities' })).toBeVisible()
})
