import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './support/calm'

// The pictures of the README: PICTURES=1 infra/journeys/run pictures
test.skip(!process.env.PICTURES, 'only when somebody wants new ones')
test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } })

async function picture(page: Page, name: string) {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 })
  await writeFile(`pictures/${name}.webp`, Buffer.from(data, 'base64'))
}

test('the marketplace', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article').nth(7)).toBeVisible()
  await page.waitForLoadState('networkidle')
  await picture(page, 'marketplace')
})

test('a personality with its chat', async ({ page }) => {
  await page.goto('/personalities/brimble-the-retired-dragon')
  await page.getByRole('textbox', { name: /Message/ }).fill('What do you keep in your cave?')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/messages left/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible({ timeout: 20_000 })
  await picture(page, 'personality')
})
