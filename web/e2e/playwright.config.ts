import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

// Debian's own; Playwright downloads nothing.
const CHROMIUM = process.env.JIFEN_CHROMIUM ?? '/usr/bin/chromium-headless-shell'
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
  globalSetup: './kit/servers.ts',
  outputDir: './report',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Guards against what hangs; how fast a page is, is measured elsewhere.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: process.env.CI ? 'line' : 'list',
  use: {
    actionTimeout: 90_000, // A step that hangs says which one it is.
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'America/New_York', // Times are Beijing times all the same.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
})
