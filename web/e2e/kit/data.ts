import { expect, type Page } from '@playwright/test'

const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION = [3, 7, 9, 10, 5, 8, 4, 2]

/** A credit code with both of its check characters right (GB 32100, GB 11714); each number gives another. */
export function creditCode(number: number): string {
  const body = `7${String(number % 10_000_000).padStart(7, '0')}`
  const rest = 11 - ([...body].reduce((sum, digit, index) => sum + Number(digit) * (ORGANISATION[index] ?? 0), 0) % 11)
  const open = `91440300${body}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  const sum = [...open].reduce((all, letter, index) => all + LETTERS.indexOf(letter) * (WEIGHTS[index] ?? 0), 0)
  return open + (LETTERS[(31 - (sum % 31)) % 31] ?? '')
}

let made = 0
/** A credit code that no other test of this run has. */
export function freshCode(worker: number): string {
  made += 1
  return creditCode(((Date.now() % 100_000) * 10 + made) * 10 + worker)
}

/** Calls the API as the person of a window; what is not a success is an error. */
export async function calls(page: Page, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const answer = await page.request.fetch(path, {
    method,
    headers: { 'x-jifen': '1', 'idempotency-key': `${Date.now()}-${Math.random()}`, ...headers },
    ...(body === undefined ? {} : { data: body }),
  })
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (answer.headers()['content-type'] ?? '').includes('json') ? ((await answer.json()) as Record<string, unknown>) : {}
}

export interface Firm {
  id: string
  code: string
  name: string
}

export interface Evaluation {
  id: string
  title: string
  firms: Firm[]
}

/** An open evaluation of a few enterprises of its own, so that no other test's data are in the way. */
export async function evaluation(page: Page, worker: number, count = 3): Promise<Evaluation> {
  const me = (await calls(page, 'GET', '/api/v1/me')) as { organisation: { id: string } }
  const firms: Firm[] = []
  for (let index = 0; index < count; index += 1) {
    const code = freshCode(worker)
    const name = `测试企业${code.slice(8, 16)}有限公司`
    firms.push({ code, name, id: String((await calls(page, 'POST', '/api/v1/enterprises', { credit_code: code, name })).id) })
  }
  const title = `测试批次 ${firms[0]?.code ?? ''}`
  const batch = {
    title,
    year: 2024,
    scheme: 'schemes/zone-four-stage.yaml',
    opens_on: '2026-03-01',
    enterprise_deadline: '2099-10-01',
    review_deadline: '2099-11-01',
    second_review: false,
  }
  const id = String((await calls(page, 'POST', '/api/v1/batches', { zone_id: me.organisation.id, batch })).id)
  await calls(page, 'POST', `/api/v1/batches/${id}/participants`, { enterprise_ids: firms.map((firm) => firm.id) })
  const seen = await page.request.get(`/api/v1/batches/${id}`)
  await calls(page, 'POST', `/api/v1/batches/${id}/open`, undefined, { 'if-match': seen.headers().etag ?? '' })
  return { id, title, firms }
}

/** Imports a file for an evaluation without going through the pages. */
export async function imports(page: Page, batch: string, source: string, content: string): Promise<void> {
  const query = new URLSearchParams({ kind: 'values', mode: 'good', batch_id: batch, source, file_name: `${source}.csv` })
  const sent = await calls(page, 'POST', `/api/v1/imports?${query.toString()}`, content, { 'content-type': 'application/octet-stream' })
  for (const [verb, state] of [['preview', 'previewed'], ['run', 'done']] as const) {
    await calls(page, 'POST', `/api/v1/imports/${String(sent.id)}/${verb}`)
    await expect.poll(async () => (await calls(page, 'GET', `/api/v1/imports/${String(sent.id)}`)).state, { timeout: 30_000 }).toBe(state)
  }
}
