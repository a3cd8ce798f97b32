import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
import { ada, mia, signedInAs } from '@/testing/people'
import { renderRoutes } from '@/testing/render'
import { server } from '@/testing/server'
import { routes } from './router'

it('offers a visitor to sign in and to come back to the same page', async () => {
  renderRoutes(routes, '/nowhere?x=1')
  const link = await screen.findByRole('link', { name: 'Sign in' })
  expect(link).toHaveAttribute('href', '/api/auth/discord?returnTo=%2Fnowhere%3Fx%3D1')
  expect(screen.getByText('There is no such page.')).toBeVisible()
})

it('shows a person their deployments, and an admin the administration', async () => {
  signedInAs(mia)
  const { unmount } = renderRoutes(routes, '/nowhere')
  expect(await screen.findByRole('link', { name: /My deployments/ })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Admin' })).not.toBeInTheDocument()
  unmount()
  signedInAs(ada)
  renderRoutes(routes, '/nowhere')
  expect(await screen.findByRole('link', { name: 'Admin' })).toBeVisible()
})

it('signs out, and says so', async () => {
  signedInAs(mia)
  server.use(http.post('/api/auth/logout', () => new HttpResponse(null, { status: 204 })))
  const { user } = renderRoutes(routes, '/nowhere')
  await user.click(await screen.findByRole('button', { name: 'Mia Member, account' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByText('You are signed out.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

it.each([
  ['denied', 'You are not signed in.'],
  ['expired', 'That sign-in took too long.'],
  ['foreign', 'That sign-in was begun elsewhere.'],
  ['used', 'That sign-in was used before.'],
  ['unavailable', 'Signing in does not work right now.'],
  ['busy', 'Discord has too much to do right now.'],
  ['some-later-code', 'That sign-in did not work.'],
])('tells of a sign-in that was %s, and takes it out of the address', async (code, words) => {
  const { router } = renderRoutes(routes, `/nowhere?login=${code}`)
  expect(await screen.findByText(words)).toBeVisible()
  expect(router.state.location.search).toBe('')
})
