import { expect, test } from './support/calm'

test('everything up to a chat goes with the keyboard alone, and back', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('sherlock')
  await expect(page.getByText('1 personality')).toBeVisible()

  const link = page.getByRole('link', { name: 'Sherlock of Baker Row' })
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab')
    if (await link.evaluate((element) => element === document.activeElement)) break
  }
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 1, name: 'Sherlock of Baker Row' })).toBeVisible()

  const box = dialog.getByRole('textbox', { name: /Message/ })
  for (let step = 0; step < 40; step++) {
    if (await box.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('Who are you?')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Who are you?')).toBeVisible()
  await expect(dialog.getByText(/messages left/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\?search=sherlock$/)
  await expect(link).toBeFocused()
})

test('tabs and stars follow the arrow keys', async ({ page }) => {
  await page.goto('/personalities/sherlock-of-baker-row')
  await page.getByRole('tab', { name: 'About' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Samples' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Sample conversation 1' })).toBeVisible()
})
