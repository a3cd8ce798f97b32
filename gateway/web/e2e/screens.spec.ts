import { expect, test } from './support/calm'
import { look } from './support/look'
import { signIn } from './support/people'

test('the marketplace', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article').nth(4)).toBeVisible()
  await look(page, 'marketplace')
})

test('nobody found', async ({ page }) => {
  await page.goto('/?search=qqzzqq&category=games')
  await expect(page.getByText('Nobody fits “qqzzqq” like this.')).toBeVisible()
  await look(page, 'marketplace-empty')
})

test('a personality over the list, talking', async ({ page }) => {
  await page.goto('/?search=quillfeather')
  await page.getByRole('link', { name: /Quillfeather/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Message/ }).fill('Hello! What can you do?')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/messages left/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send' })).toBeVisible({ timeout: 20_000 })
  await look(page, 'personality-modal')
  await page.setViewportSize({ width: 360, height: 740 })
  await dialog.getByRole('button', { name: 'Chat now' }).click()
  await look(page, 'personality-chat')
})

test('a personality on a page of its own', async ({ page, mayFail }) => {
  mayFail(/404.*\/rating$/)
  await page.goto('/personalities/sherlock-of-baker-row')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'personality')
  await page.getByRole('tab', { name: 'Samples' }).click()
  await look(page, 'personality-samples')
  await page.getByRole('tab', { name: 'Versions' }).click()
  await expect(page.getByText('First published')).toBeVisible()
  await look(page, 'personality-versions')
  await page.getByRole('tab', { name: 'Reviews' }).click()
  await expect(page.getByText(/Sign in to rate/)).toBeVisible()
  await look(page, 'personality-reviews-visitor')
  await signIn(page, 'Sam Serverowner')
  await page.getByRole('tab', { name: 'Reviews' }).click()
  await page.getByRole('radio', { name: '5 stars' }).check({ force: true })
  await look(page, 'personality-reviews')
})

test('a page and a personality that are not there', async ({ page, mayFail }) => {
  mayFail(/404/)
  await page.goto('/no/such/page')
  await expect(page.getByText('There is no such page.')).toBeVisible()
  await look(page, 'not-found')
  await page.goto('/personalities/nobody-at-all')
  await expect(page.getByRole('link', { name: 'See all personalities' })).toBeVisible()
  await look(page, 'personality-not-found')
})
