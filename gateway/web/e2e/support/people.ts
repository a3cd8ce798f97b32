import { expect, type Page } from '@playwright/test'

export type Person = 'Ada Admin' | 'Sam Serverowner' | 'Mia Member' | 'Noa Newcomer'

/** Signs in at the simulated Discord's own page, and comes back to where one was. */
export async function signIn(page: Page, person: Person) {
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click()
  await consentAs(page, person)
}

/** On Discord's page: choose who to be, and agree. */
export async function consentAs(page: Page, person: Person) {
  await page.getByRole('link', { name: person }).click()
  await page.getByRole('button', { name: `Authorise as ${person}` }).click()
  await expect(page.getByRole('button', { name: `${person}, account` })).toBeVisible()
}
