import { expect, test } from './support/calm'
import { look } from './support/look'
import { consentAs } from './support/people'

test('somebody brings a personality to a server, changes how it lives there, and takes it away', async ({
  page,
  mayFail,
}) => {
  mayFail(/409.*\/channels$/) // the bot is not there yet
  await page.goto('/personalities/professor-quillfeather')
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'Deploy to Discord' }).click()
  await expect(page.getByRole('heading', { name: `Deploy ${name}` })).toBeVisible()
  await look(page, 'deploy-sign-in')
  await page.getByRole('link', { name: 'Continue with Discord' }).click()
  await consentAs(page, 'Sam Serverowner')

  await expect(page.getByRole('button', { name: /Moon Base/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Servers that you do not manage' })).toContainText('Lighthouse')
  await look(page, 'deploy-servers')
  await page.getByRole('button', { name: /Moon Base/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Confirm' })).toBeFocused()
  await expect(page.getByText(/In all channels for now|In all channels/).first()).toBeVisible()
  await look(page, 'deploy-confirm')
  await page.getByRole('button', { name: 'Deploy to Moon Base' }).click()

  await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}$/)
  const add = page.getByRole('link', { name: 'Add to Moon Base' })
  const isThere = page.getByRole('heading', { name: `${name} is on Moon Base.` })
  await expect(add.or(isThere)).toBeVisible({ timeout: 20_000 })
  if (await add.isVisible()) {
    await look(page, 'deployment-awaiting')
    await add.click()
    await page.getByRole('link', { name: 'Sam Serverowner' }).click()
    await page.getByRole('button', { name: /^(Authorise|Add)/ }).click()
  }
  await expect(isThere).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('figure', { name: `${name} on Discord` })).toContainText('/chat')
  await look(page, 'deployment-active')

  await page.getByRole('radio', { name: 'Stay on this version' }).check()
  await page.getByRole('radio', { name: 'In some channels' }).check()
  await page.getByRole('checkbox', { name: '# airlock' }).check()
  await page.getByRole('button', { name: 'Keep these channels' }).click()
  await expect(page.getByText('The channels are changed.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Stay on this version' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '# airlock' })).toBeChecked()

  await page.getByRole('link', { name: 'My deployments' }).first().click()
  const mine = page.getByRole('listitem').filter({ hasText: 'Moon Base' }).first()
  await expect(mine).toContainText('1 channel')
  await look(page, 'deployments')
  await mine.getByRole('button', { name: /^Undeploy/ }).click()
  const dialog = page.getByRole('dialog')
  await look(page, 'deployment-undeploy')
  await dialog.getByRole('button', { name: 'Undeploy' }).click()
  await expect(page.getByText(`${name} has left Moon Base.`).first()).toBeVisible()
  await expect(mine).toContainText('Undeployed')
})
