import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { liveStream } from '@/testing/live'
import { card, orla, pageOf } from '@/testing/personalities'
import { FAILURES, failing, problem } from '@/testing/problems'
import { ledTo, renderRoutes } from '@/testing/render'
import { server } from '@/testing/server'
import { routes } from './router'

const LIST = '/api/marketplace/personalities'

const categories = [
  { slug: 'companions', name: 'Companions', count: 5 },
  { slug: 'games', name: 'Games', count: 3 },
]

function answering(answer: (query: URLSearchParams) => unknown) {
  const asked: string[] = []
  server.use(
    http.get(LIST, async ({ request }) => {
      const query = new URL(request.url).searchParams
      query.delete('limit')
      asked.push(query.toString())
      return HttpResponse.json((await answer(query)) as object)
    }),
  )
  return asked
}

it('shows who is there, with what people think of them', async () => {
  renderRoutes(routes)
  const link = await screen.findByRole('link', { name: orla.name })
  expect(link).toHaveAttribute('href', `/personalities/${orla.slug}`)
  expect(screen.getByText('4.4 of 5 stars, 37 ratings')).toBeInTheDocument()
  expect(screen.getByText('on 12 servers')).toBeInTheDocument()
  expect(screen.getByText('1 personality')).toBeVisible()
})

it('takes all of its state from the address', async () => {
  const asked = answering(() => pageOf([orla]))
  renderRoutes(routes, '/?search=sea&category=companions&category=games&tag=calm&sort=newest')
  expect(await screen.findByRole('link', { name: orla.name })).toBeVisible()
  expect(asked).toEqual(['search=sea&category=companions&category=games&tag=calm&sort=newest'])
  expect(screen.getByRole('searchbox')).toHaveValue('sea')
  expect(screen.getByRole('button', { name: /Companions/, pressed: true })).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveValue('newest')
})

it('searches while one types, and only the last words count', async () => {
  const asked = answering(async (query) => {
    if (query.get('search') === 'st') await delay(150)
    return pageOf([card(1, { name: `Found by ${query.get('search')}` })])
  })
  const { user, router } = renderRoutes(routes)
  const box = await screen.findByRole('searchbox')
  await user.type(box, 'st')
  await waitFor(() => expect(asked).toContain('search=st'))
  await user.type(box, 'orm')
  expect(await screen.findByRole('link', { name: 'Found by storm' })).toBeVisible()
  await delay(200)
  expect(screen.queryByText('Found by st')).not.toBeInTheDocument()
  expect(router.state.location.search).toBe('?search=storm')
})

it('keeps what is typed while the list follows what was typed before', async () => {
  answering(() => pageOf([orla]))
  const { user, router } = renderRoutes(routes)
  const box = await screen.findByRole('searchbox')
  const followed = ledTo(router, 'stor')
  await user.type(box, 'stor')
  await followed
  fireEvent.change(box, { target: { value: 'storm' } })
  await expect.poll(() => router.state.location.search).toBe('?search=storm')
  expect(box).toHaveValue('storm')
})

it('narrows by several categories and widens again by their chips', async () => {
  answering(() => pageOf([orla], { facets: { categories } }))
  const { user, router } = renderRoutes(routes)
  await user.click(await screen.findByRole('button', { name: 'Companions 5' }))
  await user.click(await screen.findByRole('button', { name: 'Games 3' }))
  expect(router.state.location.search).toBe('?category=companions&category=games')
  await user.click(screen.getByRole('button', { name: 'Remove filter Companions' }))
  expect(router.state.location.search).toBe('?category=games')
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(router.state.location.search).toBe('')
})

it('says what to loosen when nobody fits', async () => {
  answering((query) => (query.has('category') ? pageOf([]) : pageOf([orla])))
  const { user } = renderRoutes(routes, '/?search=sea&category=games')
  expect(await screen.findByText('Nobody fits “sea” like this.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Look in all categories' }))
  expect(await screen.findByRole('link', { name: orla.name })).toBeVisible()
})

it('loads more at the end, each person once', async () => {
  answering((query) =>
    query.get('cursor') === 'next'
      ? pageOf([card(3)], { total: 3 })
      : pageOf([card(1), card(2)], { total: 3, nextCursor: 'next' }),
  )
  renderRoutes(routes)
  const list = await screen.findByRole('list', { name: 'Personalities' })
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(3))
  expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument()
})

it('keeps what is there when more does not come', async () => {
  server.use(
    http.get(LIST, ({ request }) =>
      request.url.includes('cursor')
        ? problem(500, 'internal-error')
        : HttpResponse.json(pageOf([card(1)], { total: 2, nextCursor: 'next' })),
    ),
  )
  renderRoutes(routes)
  expect(await screen.findByText('Something broke on our side.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Personality 1' })).toBeVisible()
})

it.each(FAILURES)('has a sentence and a way on for %i', async (status) => {
  failing('get', LIST, status)
  renderRoutes(routes)
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(/[.] ?[A-Z]/)
  expect(alert.querySelector('button, a')).toBeVisible()
})

it('comes back by itself with a retry', async () => {
  failing('get', LIST, 503)
  const { user } = renderRoutes(routes)
  const retry = await screen.findByRole('button', { name: 'Try again' })
  server.use(http.get(LIST, () => HttpResponse.json(pageOf([orla]))))
  await user.click(retry)
  expect(await screen.findByRole('link', { name: orla.name })).toBeVisible()
})

it('shows live what others rate and deploy, the newest version only', async () => {
  const live = liveStream()
  renderRoutes(routes)
  await screen.findByRole('link', { name: orla.name })
  const rated = { type: 'rating' as const, personalityId: orla.id, histogram: [0, 0, 0, 0, 0] }
  live.tell({ ...rated, rating: { average: 4.6, count: 38 }, version: 43 })
  live.tell({ ...rated, rating: { average: 1.0, count: 1 }, version: 7 })
  live.tell({ type: 'deployment', personalityId: orla.id, deployCount: 13, version: 20 })
  expect(await screen.findByText('4.6 of 5 stars, 38 ratings')).toBeInTheDocument()
  expect(screen.getByText('on 13 servers')).toBeInTheDocument()
})
