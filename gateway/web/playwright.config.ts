import { defineConfig } from '@playwright/test'

// infra/journeys/run finds it
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

// What is timed has the machine to itself, after all else.
const TIMED = /(main-journey|long-list)\.spec\.ts/

// Journeys through a marketplace that runs: `infra/up`, then `npm run journeys`.
export default defineConfig({
  testDir: 'e2e',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'ways', testIgnore: TIMED },
    { name: 'timed', testMatch: TIMED, workers: 1, dependencies: ['ways'] },
  ],
  use: {
    baseURL: process.env.MARKETPLACE_URL ?? 'http://localhost:8080',
    locale: 'en-GB',
    viewport: { width: 1280, height: 860 },
    launchOptions: {
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    screenshot: 'only-on-failure',
    trace: process.env.TRACE ? 'retain-on-failure' : 'off', // it takes a third of the time
  },
})
