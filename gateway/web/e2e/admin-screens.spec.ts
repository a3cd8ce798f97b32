import type { Page } from '@playwright/test'
import { expect, test } from './support/calm'
import { look } from './support/look'
import { signIn } from './support/people'

const CARD = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  data: {
    name: 'Tamsin',
    description: 'Tamsin reads the weather in tea leaves, and is right more often than the forecast.',
    first_mes: 'Sit. The kettle knows you are here.',
    tags: ['tea', 'weather'],
    creator: 'Somebody',
    character_book: { entries: [] },
  },
}

test('the administration is for admins', async ({ page }) => {
  await page.goto('/admin')
  await expect(page.getByText('Sign in to look after the marketplace.')).toBeVisible()
  await signIn(page, 'Mia Member')
  await expect(page.getByText('This is for admins.')).toBeVisible()
  await look(page, 'admin-forbidden')
})

test('the list of everybody', async ({ page }) => {
  await page.goto('/admin/personalities')
  await signIn(page, 'Ada Admin')
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  await look(page, 'admin-list')
  await page.setViewportSize({ width: 360, height: 740 }) // a menu goes where its button leaves a window made smaller
  await firstMenu(page)
  await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeVisible()
  await look(page, 'admin-menu')
  await page.keyboard.press('Escape')
  await page.goto('/admin/personalities?search=qqzzqq')
  await expect(page.getByText('Nobody is found for “qqzzqq”.')).toBeVisible()
  await look(page, 'admin-nobody')
})

test('the form of somebody', async ({ page }) => {
  await page.goto('/admin/personalities?search=sherlock')
  await signIn(page, 'Ada Admin')
  await page.getByRole('link', { name: 'Sherlock of Baker Row' }).click()
  for (const tab of ['Who', 'Character', 'Conversation', 'More', 'Versions']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible()
    await look(page, `admin-edit-${tab.toLowerCase()}`)
  }
  await page.getByRole('tab', { name: 'Who' }).click()
  await page.getByRole('textbox', { name: 'Tagline' }).fill('Another one.')
  await page.getByRole('link', { name: 'Categories' }).click()
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
  await look(page, 'admin-unsaved')
})

test('categories', async ({ page }) => {
  await page.goto('/admin/categories')
  await signIn(page, 'Ada Admin')
  await expect(page.getByRole('list', { name: 'Categories' })).toBeVisible()
  await look(page, 'admin-categories')
  await firstMenu(page)
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await look(page, 'admin-rename')
  await page.keyboard.press('Escape')
  await firstMenu(page)
  await page.getByRole('menuitem', { name: 'Merge into another' }).click()
  await look(page, 'admin-merge-category')
})

test('the audit trail, and an import', async ({ page }) => {
  await page.goto('/admin/audit')
  await signIn(page, 'Ada Admin')
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await page
    .getByText(/^\d+ changes?$/)
    .first()
    .click()
  await look(page, 'admin-audit')
  await page.getByRole('link', { name: 'Import' }).click()
  await look(page, 'admin-import')
  await page.getByLabel('Cards').setInputFiles([
    { name: 'tamsin.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(CARD)) },
    { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
  ])
  await expect(page.getByRole('list', { name: 'What would become of the files' })).toBeVisible()
  await look(page, 'admin-import-report')
})

const firstMenu = (page: Page) =>
  page
    .getByRole('button', { name: /^What to do with/ })
    .first()
    .click()

test('a list that is away comes back', async ({ page, mayFail }) => {
  mayFail(/503/)
  await page.route('**/api/admin/personalities?*', (route) => route.fulfill({ status: 503, body: '' }))
  await page.goto('/admin/personalities')
  await signIn(page, 'Ada Admin')
  await expect(page.getByText('This is resting for a moment.')).toBeVisible()
  await page.unroute('**/api/admin/personalities?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
})
