import { mkdir, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './support/calm'
import { type Person, signIn } from './support/people'

// The pictures of the README: PICTURES=1 infra/journeys/run pictures
test.skip(!process.env.PICTURES, 'only when somebody wants new ones')
test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ mode: 'serial' })

const RATERS: [Person, number[]][] = [
  ['Mia Member', [5, 4, 5, 5, 4, 5, 3, 5, 4, 5, 5, 4]],
  ['Sam Serverowner', [5, 5, 4, 5, 5, 4, 5, 4, 5, 5, 3, 5]],
  ['Noa Newcomer', [4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5]],
]

async function picture(page: Page, name: string) {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 })
  await mkdir('pictures', { recursive: true })
  await writeFile(`pictures/${name}.webp`, Buffer.from(data, 'base64'))
}

/** Gives these stars to those whom the marketplace shows first, one after the other. */
const rate = (page: Page, stars: number[]) =>
  page.evaluate(async (given) => {
    const list = await fetch('/api/marketplace/personalities?sort=name&limit=48')
    const { items } = (await list.json()) as { items: { id: string }[] }
    const csrf = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '')
    for (const [at, one] of items.entries())
      await fetch(`/api/marketplace/personalities/${one.id}/rate`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf },
        body: JSON.stringify({ stars: given[at % given.length] }),
      })
  }, stars)

test('some people rate', async ({ browser }) => {
  for (const [person, stars] of RATERS) {
    const page = await browser.newPage()
    await page.goto('/')
    await signIn(page, person)
    await rate(page, stars)
    await page.close()
  }
})

test('the marketplace', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText(/of 5 stars, 3 ratings/).nth(7)).toBeAttached()
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
