import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, it, vi } from 'vitest'
import { useLive } from '@/lib/live'
import { agreed } from '@/testing/contracts'
import { mia, signedInAs } from '@/testing/people'
import { orla, orlaInFull } from '@/testing/personalities'
import { failing, problem } from '@/testing/problems'
import { renderPage } from '@/testing/render'
import { server } from '@/testing/server'
import rated from '../../../../../../infra/contracts/events/marketplace.ratings/rating-submitted.v1.sample.json'
import { Reviews } from './reviews'

const PERSONALITY = `/api/marketplace/personalities/${orla.id}`

const review = agreed('rating', 'Review', {
  id: rated.ratingId,
  stars: 5,
  review: 'Kept me company.\nAll night.',
  submittedAt: rated.submittedAt,
  verified: true,
  personalityVersion: 2,
  helpfulCount: 3,
  foundHelpful: false,
})

const own = (stars: number, words?: string) =>
  agreed('rating', 'Rating', {
    id: rated.ratingId,
    stars,
    ...(words ? { review: words } : {}),
    submittedAt: rated.submittedAt,
    verified: true,
    personalityVersion: 3,
  })

const shown = () => renderPage(<Reviews personality={orlaInFull} />, `/personalities/${orla.slug}`)

function signedInWithoutRating() {
  signedInAs(mia)
  server.use(http.get(`${PERSONALITY}/rating`, () => problem(404, 'rating-not-found')))
}

it('shows what people wrote, and that nobody has yet', async () => {
  server.use(http.get(`${PERSONALITY}/ratings`, () => HttpResponse.json({ items: [review] })))
  const { unmount } = shown()
  expect(await screen.findByText(/Kept me company/)).toHaveTextContent('All night.')
  expect(screen.getByText('Has used it')).toBeVisible()
  expect(screen.getByText('Version 2')).toBeVisible()
  unmount()
  server.use(http.get(`${PERSONALITY}/ratings`, () => HttpResponse.json({ items: [] })))
  shown()
  expect(await screen.findByText(/Nobody has written anything yet/)).toBeVisible()
})

it('asks a visitor to sign in and comes back here', async () => {
  shown()
  expect(await screen.findByRole('link', { name: 'Continue with Discord' })).toHaveAttribute(
    'href',
    expect.stringContaining('/api/auth/discord?returnTo='),
  )
})

it('rates with the keyboard alone; a repetition after a lost answer counts once', async () => {
  signedInWithoutRating()
  const keys: (string | null)[] = []
  const bodies: unknown[] = []
  server.use(
    http.post(`${PERSONALITY}/rate`, async ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      bodies.push(await request.json())
      if (keys.length === 1) return HttpResponse.error()
      return HttpResponse.json(agreed('rating', 'Rated', { rating: own(4, 'Good.'), summary: rated.summary }))
    }),
  )
  const { user } = shown()
  const stars = await screen.findByRole('radio', { name: '4 stars' })
  stars.focus()
  await user.keyboard(' ')
  await user.type(screen.getByRole('textbox', { name: 'Review' }), 'Good.')
  await user.click(screen.getByRole('button', { name: 'Rate' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The marketplace cannot be reached.')
  await user.click(screen.getByRole('button', { name: 'Rate' }))
  expect(await screen.findByText('Thank you.')).toBeVisible()
  expect(bodies[1]).toEqual({ stars: 4, review: 'Good.' })
  expect(keys[0]).toBe(keys[1])
  expect(screen.getByRole('button', { name: 'Change my rating' })).toBeDisabled()
})

it('tells the rest of the page of my rating at once', async () => {
  signedInWithoutRating()
  server.use(
    http.post(`${PERSONALITY}/rate`, () =>
      HttpResponse.json(agreed('rating', 'Rated', { rating: own(4), summary: rated.summary })),
    ),
  )
  const heard = vi.fn()
  const Elsewhere = () => {
    useLive(heard)
    return null
  }
  const { user } = renderPage(
    <>
      <Elsewhere />
      <Reviews personality={orlaInFull} />
    </>,
  )
  await user.click(await screen.findByRole('radio', { name: '4 stars' }))
  await user.click(screen.getByRole('button', { name: 'Rate' }))
  await screen.findByText('Thank you.')
  const { average, count, histogram, version } = rated.summary
  expect(heard).toHaveBeenCalledWith({
    type: 'rating',
    personalityId: orla.id,
    rating: { average, count },
    histogram,
    version,
  })
})

it('changes and withdraws my rating', async () => {
  signedInAs(mia)
  server.use(
    http.get(`${PERSONALITY}/rating`, () => HttpResponse.json(own(2))),
    http.delete(`${PERSONALITY}/rating`, () => new HttpResponse(null, { status: 204 })),
  )
  const { user } = shown()
  expect(await screen.findByRole('radio', { name: '2 stars' })).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Withdraw' }))
  expect(await screen.findByText('Your rating is withdrawn.')).toBeVisible()
  await waitFor(() => expect(screen.getByRole('radio', { name: '2 stars' })).not.toBeChecked())
})

it.each([0, 401, 403, 404, 409, 422, 429, 500, 503])(
  'tells in its place why it was not taken: %i',
  async (status) => {
    signedInWithoutRating()
    failing('post', `${PERSONALITY}/rate`, status)
    const { user } = shown()
    await user.click(await screen.findByRole('radio', { name: '5 stars' }))
    await user.click(screen.getByRole('button', { name: 'Rate' }))
    if (status === 401)
      expect(await screen.findByRole('link', { name: 'Continue with Discord' })).toBeVisible()
    else expect(await screen.findByRole('alert')).toHaveTextContent(/^[A-Z].+\. [A-Z].+/)
  },
)

it('marks a review as helpful', async () => {
  signedInWithoutRating()
  server.use(
    http.get(`${PERSONALITY}/ratings`, () => HttpResponse.json({ items: [review] })),
    http.put(`${PERSONALITY}/ratings/${review.id}/helpful`, () =>
      HttpResponse.json(agreed('rating', 'Helpfulness', { foundHelpful: true, helpfulCount: 4 })),
    ),
  )
  const { user } = shown()
  await user.click(await screen.findByRole('button', { name: 'Helpful (3)' }))
  expect(await screen.findByRole('button', { name: 'Helpful (4)', pressed: true })).toBeVisible()
})

it('keeps what was given and written when the session has ended', async () => {
  signedInWithoutRating()
  failing('post', `${PERSONALITY}/rate`, 401)
  const { user, unmount } = shown()
  await user.click(await screen.findByRole('radio', { name: '2 stars' }))
  await user.type(screen.getByRole('textbox', { name: 'Review' }), 'The pipe smells.')
  await user.click(screen.getByRole('button', { name: 'Rate' }))
  expect(await screen.findByText('You are not signed in any more.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Continue with Discord' })).toBeVisible()
  unmount()
  shown()
  expect(await screen.findByRole('radio', { name: '2 stars' })).toBeChecked()
  expect(screen.getByRole('textbox', { name: 'Review' })).toHaveValue('The pipe smells.')
  expect(sessionStorage).toHaveLength(0)
})
