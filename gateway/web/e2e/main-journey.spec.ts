import { expect, test } from './support/calm'
import { consentAs } from './support/people'

const BRIMBLE = 'Brimble, Retired Dragon'

test('somebody finds a personality, talks to it, signs in and rates; others see it at once', async ({
  page,
  browser,
  mayFail,
}) => {
  mayFail(/404.*\/rating$/) // not rated yet
  const other = await browser.newPage()
  await other.goto('/?search=brimble')
  const card = other.getByRole('article').filter({ hasText: BRIMBLE })
  await expect(card).toBeVisible()

  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('dragn') // a slip of the finger
  await expect(page).toHaveURL(/search=dragn/)
  await page.getByRole('button', { name: /^Companions/ }).click()
  await expect(page).toHaveURL(/category=companions/)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('dragn')
  await page.getByRole('link', { name: BRIMBLE }).click()

  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Message/ }).fill('What do you keep in your cave?')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/\d+ messages left/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send' })).toBeVisible({ timeout: 20_000 })

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.goto('/personalities/brimble-the-retired-dragon')
  await expect(page.getByText('What do you keep in your cave?')).toBeVisible() // it is remembered
  await page.getByRole('tab', { name: 'Reviews' }).click()
  await page.getByRole('link', { name: 'Continue with Discord' }).click()
  await consentAs(page, 'Mia Member')
  await expect(page).toHaveURL(/brimble-the-retired-dragon#reviews$/)
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  const words = `Warm, and the jam is real. ${Date.now()}`
  await page.getByRole('textbox', { name: 'Review' }).fill(words)
  await page.getByRole('button', { name: /^Rate$|Change my rating/ }).click()
  await expect(page.getByText('Thank you.')).toBeVisible()

  await expect(card.getByText(/4\.0 of 5 stars, 1 rating/)).toBeAttached({ timeout: 2_000 })
  await other.getByRole('link', { name: BRIMBLE }).click()
  await other.getByRole('tab', { name: 'Reviews' }).click()
  await expect(other.getByText(words)).toBeVisible()

  await page.getByRole('button', { name: 'Mia Member, account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})
