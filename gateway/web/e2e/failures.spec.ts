import { expect, test } from './support/calm'
import { look } from './support/look'
import { consentAs, signIn } from './support/people'

const LIST = '**/api/marketplace/personalities?*'

test('the list is away, and comes back', async ({ page, mayFail }) => {
  mayFail(/503/)
  await page.route(LIST, (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto('/')
  await expect(page.getByText('This is resting for a moment.')).toBeVisible()
  await look(page, 'marketplace-away')
  await page.unroute(LIST)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('offline is said, and what is there stays', async ({ page, context, mayFail }) => {
  mayFail(/ERR_INTERNET_DISCONNECTED|Failed to load/)
  await page.goto('/personalities/sherlock-of-baker-row')
  await expect(page.getByRole('textbox', { name: /Message/ })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText('You are offline. This stays readable.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /Message/ })).toBeInViewport({ ratio: 1 })
  await page.getByRole('textbox', { name: /Message/ }).fill('Hello?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText('You are offline.')).toBeVisible()
  await look(page, 'offline')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/messages left/)).toBeVisible()
})

test('a conversation whose connection is lost goes on', async ({ page, mayFail }) => {
  mayFail(/ERR_|Failed to load/)
  await page.goto('/personalities/captain-marisol-vane')
  const box = page.getByRole('textbox', { name: /Message/ })
  await page.route('**/chat', (route) => route.abort('connectionreset'))
  await box.fill('Where do we fly?')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('The marketplace cannot be reached.')
  await page.unroute('**/chat')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/messages left/)).toBeVisible()
  await expect(page.getByText('Where do we fly?')).toHaveCount(1)
})

test('signing in is refused at Discord', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You said no at Discord.', { exact: false })).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
})

for (const status of [401, 403, 404, 409, 422, 429, 500, 503])
  test(`a message that is answered with ${status} can be said again`, async ({ page, mayFail }) => {
    mayFail(new RegExp(`${status}`))
    await page.route('**/chat', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/refused', title: 'Refused', status }),
      }),
    )
    await page.goto('/personalities/captain-marisol-vane')
    await page.getByRole('textbox', { name: /Message/ }).fill('Where do we fly?')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(/^[A-Z].+\. [A-Z].+\./)
    await page.unroute('**/chat')
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/messages left/)).toBeVisible()
    await expect(page.getByRole('alert')).toBeHidden()
  })

test('a list that never comes is given up, and comes at the next try', async ({ page }) => {
  await page.clock.install()
  await page.route(LIST, () => undefined) // no answer
  await page.goto('/')
  await expect(page.getByRole('status', { name: 'Loading personalities' })).toBeVisible()
  for (let attempt = 0; attempt < 3; attempt++) await page.clock.runFor(20_000)
  await expect(page.getByText('This takes too long.')).toBeVisible()
  await page.unroute(LIST)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('a session that has ended asks to sign in, and keeps what was written', async ({ page, mayFail }) => {
  mayFail(/401|404.*\/rating$/)
  await page.goto('/personalities/sherlock-of-baker-row#reviews')
  await signIn(page, 'Mia Member')
  await page.route('**/rate', (route) =>
    route.fulfill({ status: 401, json: { type: '/problems/unauthorized', status: 401 } }),
  )
  await page.getByRole('radio', { name: '2 stars' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Review' }).fill('The pipe smells.')
  await page.getByRole('button', { name: /^Rate$|Change my rating/ }).click()
  await expect(page.getByText('You are not signed in any more.')).toBeVisible()
  await page.unroute('**/rate')
  await page.getByRole('link', { name: 'Continue with Discord' }).click()
  await consentAs(page, 'Mia Member')
  await expect(page.getByRole('radio', { name: '2 stars' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Review' })).toHaveValue('The pipe smells.')
})
