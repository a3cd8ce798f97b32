import { expect, test } from './support/calm'
import { press, reach, write } from './support/keyboard'
import { signIn } from './support/people'

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
  await press(link)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { level: 1, name: 'Sherlock of Baker Row' })).toBeVisible()

  await write(dialog.getByRole('textbox', { name: /Message/ }), 'Who are you?')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Who are you?')).toBeVisible()
  await expect(dialog.getByText(/messages left/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/\?search=sherlock$/)
  await expect(link).toBeFocused()
})

test('categories and the order are chosen with the keyboard', async ({ page }) => {
  await page.goto('/')
  await press(page.getByRole('button', { name: /^Games/ }))
  await expect(page).toHaveURL(/category=games/)
  await reach(page.getByRole('combobox', { name: 'Sort by' }))
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/sort=/)
  await press(page.getByRole('button', { name: 'Clear all' }))
  await expect(page).not.toHaveURL(/category/)
})

test('tabs follow the arrow keys, and stars are given with them', async ({ page, mayFail }) => {
  mayFail(/404.*\/rating$/) // not rated yet
  await page.goto('/personalities/wilhelmina-the-small-joys-whale')
  await signIn(page, 'Noa Newcomer')
  await reach(page.getByRole('tab', { name: 'About' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Samples' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Sample conversation 1' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await reach(page.getByRole('radio', { name: '1 star' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: '3 stars' })).toBeChecked()
  await press(page.getByRole('button', { name: /^Rate$|Change my rating/ }))
  await expect(page.getByText('Thank you.')).toBeVisible()
})

test('somebody is deployed and taken away with the keyboard', async ({ page, mayFail }) => {
  mayFail(/409.*\/channels$/) // the bot is not there yet
  await page.goto('/personalities/tobias-couch-to-trail/deploy')
  await signIn(page, 'Sam Serverowner')
  await press(page.getByRole('button', { name: /Moon Base/ }))
  await expect(page.getByRole('heading', { name: 'Confirm' })).toBeFocused()
  await reach(page.getByRole('radio', { name: 'Follow the newest version' }))
  await page.keyboard.press('ArrowDown')
  await press(page.getByRole('button', { name: /^Deploy to/ }))
  await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}$/)
  await press(page.getByRole('button', { name: /^Undeploy/ }))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Undeploy' }))
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('has left Moon Base')
})

test('an admin writes somebody, finds them and deletes them with the keyboard', async ({ page }) => {
  const name = `Keya ${Date.now() % 1_000_000}`
  await page.goto('/admin/personalities/new')
  await signIn(page, 'Ada Admin')
  await write(page.getByRole('textbox', { name: 'Name' }), name)
  await write(page.getByRole('textbox', { name: 'Tagline' }), 'Types everything.')
  await reach(page.getByRole('combobox', { name: 'Category' }))
  await page.keyboard.press('ArrowDown')
  await write(page.getByRole('textbox', { name: 'Description' }), 'Keya never touches a mouse.')
  await press(page.getByRole('tab', { name: /^Who/ }), 'ArrowRight')
  await write(page.getByRole('textbox', { name: 'Trait 1' }), 'Speed')
  await write(page.getByRole('textbox', { name: 'System prompt' }), 'You are Keya, who types everything.')
  await press(page.getByRole('tab', { name: /^Character/ }), 'ArrowRight')
  await write(page.getByRole('textbox', { name: 'Greeting' }), 'Tap tap.')
  await press(page.getByRole('button', { name: 'Save and publish' }))
  await expect(page.getByText(`${name} is published.`)).toBeVisible()

  await press(page.getByRole('link', { name: 'Personalities', exact: true }))
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await expect(page.getByText('1 personality of 1')).toBeVisible()
  await press(page.getByRole('button', { name: `What to do with ${name}` }))
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('ArrowUp') // from the first to the last
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Nobody is found/)).toBeVisible()
  await press(page.getByRole('button', { name: 'Undo' }))
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
})
