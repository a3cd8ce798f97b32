import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDTHS = [360, 1280]
const THEMES = ['light', 'dark'] as const

/**
 * Looks at a screen in both themes, on a phone and on a desk: axe finds nothing, nothing is cut off at the side, and a
 * picture of it is left in e2e/screenshots for somebody to look at.
 */
export async function look(page: Page, name: string) {
  const before = page.viewportSize()
  for (const width of WIDTHS)
    for (const colorScheme of THEMES) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 860 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForFunction(
        (dark) => document.documentElement.dataset.mantineColorScheme === dark,
        colorScheme,
      )
      await page.evaluate(() =>
        Promise.all(
          document
            .getAnimations()
            .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
            .map((animation) => animation.finished.catch(() => {})),
        ),
      )
      const at = `${name}, ${colorScheme}, ${width} px`
      await page.screenshot({ path: `e2e/screenshots/${name}-${colorScheme}-${width}.png` })
      expect(await overhang(page), `${at}: nothing wider than the screen`).toBeLessThanOrEqual(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(described), `${at}: axe`).toEqual([])
    }
  if (before) await page.setViewportSize(before)
}

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }

const described = ({ id, help, nodes }: Violation) =>
  `${id}: ${help} — ${nodes
    .slice(0, 3)
    .map(({ target, failureSummary }) => `${String(target)} (${failureSummary?.replace(/\s+/g, ' ') ?? ''})`)
    .join('; ')}`
