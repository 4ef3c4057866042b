import { test as plain, expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import axe from 'axe-core'

export { expect }

export interface Server {
  address: string
  password: string
}

function server(name: string): Server {
  return JSON.parse(process.env[name] ?? '{}') as Server
}

/** A demonstration without second factors. */
export const usual = () => server('JIFEN_USUAL')
/** A demonstration that asks staff for one-time codes. */
export const strict = () => server('JIFEN_STRICT')

export type Language = 'zh' | 'en'

interface Fixtures {
  /** Opens a window of its own; at the end nothing may have gone wrong in it. */
  opens: (options?: BrowserContextOptions & { language?: Language }) => Promise<Page>
  /** The same, with the person signed in, without going through the form. */
  person: (login: string, options?: BrowserContextOptions & { language?: Language }) => Promise<Page>
  /** Somebody of the demonstration's zone whom no other test knows, with the demonstration's password: their log-in name. */
  newcomer: (role: string) => Promise<string>
}

/** What a window complained about. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // Refusals are answers; the browser calls them errors.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(`console: ${text}`)
  })
  return complaints
}

async function open(browser: Browser, { language = 'zh', ...options }: BrowserContextOptions & { language?: Language } = {}) {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    baseURL: usual().address,
    viewport: { width: 1366, height: 768 },
    ...options,
  })
  // A violation is written to the console too, but only once per place: this sees each.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console
      console.error(`securitypolicyviolation ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  const page = await context.newPage()
  return { page, complaints: listen(page), context }
}

export const test = plain.extend<Fixtures>({
  newcomer: async ({ person }, use, { parallelIndex }) => {
    let count = 0
    await use(async (role) => {
      count += 1
      const login = `guest-${parallelIndex}-${Date.now()}-${count}`
      await joins(await person('security'), login, role)
      return login
    })
  },
  opens: async ({ browser }, use) => {
    const windows: Awaited<ReturnType<typeof open>>[] = []
    await use(async (options) => {
      const window = await open(browser, options)
      windows.push(window)
      return window.page
    })
    for (const { complaints, context } of windows) {
      expect(complaints, 'nothing went wrong in the window').toEqual([])
      await context.close()
    }
  },
  person: async ({ opens }, use) => {
    await use(async (login, options) => {
      const page = await opens(options)
      await page.goto('/icon.svg')
      await signsIn(page, login)
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      return page
    })
  },
})

/** Invites somebody and accepts for them, by the API. */
async function joins(page: Page, login: string, role: string): Promise<void> {
  await page.evaluate(
    async (given) => {
      const send = async (path: string, body: unknown) => {
        const headers = { 'content-type': 'application/json', 'x-jifen': '1', 'idempotency-key': given.login }
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
        return answer
      }
      const zones = (await (await fetch('/api/v1/organisations?kind=zone&name=%E7%A4%BA%E8%8C%83')).json()) as { items: { id: string }[] }
      const body = { organisation_id: zones.items[0]?.id, login: given.login, name: given.login, language: 'zh', roles: [given.role] }
      const invited = (await (await send('/api/v1/users', body)).json()) as { link: string }
      await send('/api/v1/invitations/accept', { token: invited.link.split('#')[1], password: given.password })
    },
    { login, role, password: usual().password },
  )
}

/** Signs in as a page of the console would, without the form. */
export async function signsIn(page: Page, login: string, password = usual().password): Promise<void> {
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json', 'x-jifen': '1' }
      return (await fetch('/api/v1/sessions', { method: 'POST', headers, body: JSON.stringify(body) })).status
    },
    { login, password },
  )
  expect(status, `${login} signs in`).toBe(201)
}

/** Fills the sign-in form in. */
export async function usesTheForm(page: Page, login: string, password = usual().password): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[autocomplete=username]').fill(login)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
}

/**
 * From now on the server asks this window for a fresh proof before `path`, as it does ten minutes after signing in
 * (its own tests move the clock; here nobody waits). Proving is real, and so is the call that follows it.
 */
export async function asksForProof(page: Page, path: string | RegExp, { reading = false } = {}): Promise<void> {
  let proved = false
  page.on('response', (response) => {
    if (response.url().endsWith('/api/v1/me/step-up') && response.ok()) proved = true
  })
  await page.route(path, async (route) => {
    if (proved || (!reading && route.request().method() === 'GET')) return route.continue()
    const body = { type: '/problems/step-up-required', title: '此操作需要再次确认身份。', status: 403, code: 'step-up-required', instance: 'test', errors: [] }
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) })
  })
}

/** No serious or critical finding of axe on what is shown now. */
export async function isAccessible(page: Page, what: string): Promise<void> {
  // By the debugger, not by a script element: the page's own rules for scripts stay as they are.
  await page.evaluate(axe.source)
  const findings = await page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await run.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`)
  })
  expect(findings, what).toEqual([])
}

/** The page is no wider than the window. */
export async function fitsTheWindow(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, `${what} is wider than the window`).toBeLessThanOrEqual(0)
}

/**
 * Goes where `link` leads and waits for that page. The page one comes from is settled itself until the code of the next
 * one is here, so being settled alone says nothing.
 */
export async function follows(page: Page, link: Locator, within?: number): Promise<void> {
  const before = page.url()
  await link.click()
  await expect(page).not.toHaveURL(before)
  await isSettled(page, within)
}

/** Nothing is on its way any more. A program built for tests counts thousands of enterprises slowly: `within` waits longer. */
export async function isSettled(page: Page, within = 15_000): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0, { timeout: within })
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}
