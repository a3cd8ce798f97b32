import { expect, type Locator } from '@playwright/test'

/** More than any page has to step over. */
const MOST = 150

/** Goes on from where the focus is until it reaches this, by Tab alone. */
export async function reach(target: Locator) {
  const page = target.page()
  await expect(target).toBeVisible()
  for (let step = 0; step < MOST; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached by Tab').toBeFocused()
}

/** Reaches it, and does what it is there for. */
export async function press(target: Locator, key: 'Enter' | 'Space' | 'ArrowRight' | 'ArrowDown' = 'Enter') {
  await reach(target)
  await target.page().keyboard.press(key)
}

/** Reaches it and writes; what stood there is written over. */
export async function write(target: Locator, text: string) {
  await reach(target)
  await target.page().keyboard.press('ControlOrMeta+A')
  await target.page().keyboard.type(text)
}
