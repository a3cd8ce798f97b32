import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { cutOff } from './cut-off'

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
]
const THEMES = ['light', 'dark'] as const

/** The narrowest phone, and the desk's window when everything in it is twice as large. */
const TIGHT = [
  { width: 320, height: 568 },
  { width: 640, height: 430 },
]

/**
 * Looks at a screen in both themes, on a phone and on a desk: axe finds nothing, nothing is cut off, at 320 px and at
 * 200 % neither, and a picture of it is left in e2e/screenshots for somebody to look at.
 */
export async function look(page: Page, name: string) {
  const before = page.viewportSize()
  for (const size of SIZES)
    for (const colorScheme of THEMES) {
      await show(page, size, colorScheme)
      const at = `${name}, ${colorScheme}, ${size.width} px`
      await page.screenshot({ path: `e2e/screenshots/${name}-${colorScheme}-${size.width}.png` })
      await seeWhole(page, at)
      const { violations } = await axe(page).analyze()
      expect(violations.map(described), `${at}: axe`).toEqual([])
    }
  for (const size of TIGHT) {
    await show(page, size, 'light')
    await seeWhole(page, `${name}, ${size.width} px`)
  }
  if (before) await page.setViewportSize(before)
}

/** For pages without frames, which ours are: looking into those would take as long again. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

async function show(page: Page, size: { width: number; height: number }, colorScheme: 'light' | 'dark') {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset.mantineColorScheme === scheme,
    colorScheme,
  )
  await page.waitForFunction(atRest, undefined, { polling: 50 })
}

const atRest = () =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity)

async function seeWhole(page: Page, at: string) {
  expect(await overhang(page), `${at}: nothing wider than the screen`).toBeLessThanOrEqual(0)
  expect(await cutOff(page), `${at}: nothing cut off`).toEqual([])
}

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }

const described = ({ id, help, nodes }: Violation) =>
  `${id}: ${help} — ${nodes
    .slice(0, 3)
    .map(({ target, failureSummary }) => `${String(target)} (${failureSummary?.replace(/\s+/g, ' ') ?? ''})`)
    .join('; ')}`
