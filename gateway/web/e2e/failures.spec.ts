import { expect, test } from './support/calm'
import { look } from './support/look'

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
  await expect(page.getByText(/You are offline. What is here stays readable/)).toBeVisible()
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
