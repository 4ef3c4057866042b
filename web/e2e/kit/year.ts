import type { Page } from '@playwright/test'
import { creditCode, eightLetters } from './credit'
import { expect, usual } from './kit'

/** What a page of the console would send; the answer must be good. */
export async function sends<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const told = await page.evaluate(
    async (given) => {
      const headers: Record<string, string> = { 'x-jifen': '1', 'idempotency-key': given.key }
      if (given.body !== undefined) headers['content-type'] = typeof given.body === 'string' ? 'application/octet-stream' : 'application/json'
      const sent = given.body === undefined ? null : typeof given.body === 'string' ? given.body : JSON.stringify(given.body)
      const answer = await fetch(given.path, { method: given.method, headers, body: sent })
      const text = await answer.text()
      return { good: answer.ok, text }
    },
    { method, path, body, key: `${Date.now()}-${Math.random()}` },
  )
  expect(told.good, `${method} ${path}: ${told.text}`).toBe(true)
  return (told.text === '' ? null : JSON.parse(told.text)) as T
}

export interface Firm {
  name: string
  code: string
  login: string
}

/** An enterprise that asked to be let in, was let in, signs in, and stands in the register of the zone. */
export async function joinsTheZone(zone: Page, called: string): Promise<Firm> {
  const eight = eightLetters()
  const firm = { name: `${called}${eight}有限公司`, code: creditCode(eight), login: `firm-${eight}` }
  const zones = await sends<{ id: string; name: string }[]>(zone, 'GET', '/api/v1/zones')
  const zone_id = zones.find(({ name }) => name.startsWith('示范'))?.id
  await sends(zone, 'POST', '/api/v1/registrations', { zone_id, name: firm.name, credit_code: firm.code, login: firm.login, contact: '张三 13800000000' })
  const waiting = await sends<{ items: { id: string; credit_code: string }[] }>(zone, 'GET', '/api/v1/registrations?state=waiting&limit=200')
  const id = waiting.items.find(({ credit_code }) => credit_code === firm.code)?.id
  const { link } = await sends<{ link: string }>(zone, 'POST', `/api/v1/registrations/${id}/confirm`, {})
  await sends(zone, 'POST', '/api/v1/invitations/accept', { token: link.split('#')[1], password: usual().password })
  await sends(zone, 'POST', '/api/v1/enterprises', { credit_code: firm.code, name: firm.name, founded_on: '2015-03-02', field: 'electronics', industry: '6513' })
  return firm
}

/** A department's table, imported as the wizard would: sent, looked at, stored. */
export async function imports(zone: Page, batch: string, source: string, table: string): Promise<void> {
  const query = `kind=values&batch_id=${batch}&source=${source}&mode=all&file_name=${source}.csv`
  const { id } = await sends<{ id: string }>(zone, 'POST', `/api/v1/imports?${query}`, table)
  await reaches(zone, id, 'previewed', () => sends(zone, 'POST', `/api/v1/imports/${id}/preview`))
  await reaches(zone, id, 'done', () => sends(zone, 'POST', `/api/v1/imports/${id}/run`))
}

async function reaches(page: Page, id: string, state: string, ask: () => Promise<unknown>): Promise<void> {
  await ask()
  await expect
    .poll(async () => (await sends<{ state: string }>(page, 'GET', `/api/v1/imports/${id}`)).state, { timeout: 60_000 })
    .toBe(state)
}
