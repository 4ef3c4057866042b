import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

// Debian's own; Playwright downloads nothing.
const CHROMIUM = process.env.JIFEN_CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
if (!existsSync(CHROMIUM)) throw new Error(`no browser at ${CHROMIUM}`)

export default defineConfig({
  testDir: './tests',
  // The story of a whole year takes minutes on a slow machine: it is told when it is asked for.
  testIgnore: process.env.JIFEN_WHOLE_YEAR ? [] : ['**/year.spec.ts'],
  globalSetup: './kit/servers.ts',
  outputDir: './report',
  fullyParallel: true,
  workers: 2,
  // A crowded machine may be slower than a page's patience once; twice is a fault.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? 'line' : 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // Times are Beijing times all the same.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
})
