import { test as base } from '@playwright/test'

/** Every journey also fails when the page logs an error or breaks the content security policy. */
export const test = base.extend<{ mayFail: (...expected: RegExp[]) => void }>({
  mayFail: [
    async ({ page }, use) => {
      const allowed: RegExp[] = []
      const heard: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url}`)
      })
      page.on('pageerror', (error) => heard.push(error.message))
      await use((...expected) => void allowed.push(...expected))
      const unexpected = heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      base.expect(unexpected, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
