import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api, good, patientFetch } from './client'
import { gate } from './gate'
import { Refused, Unreachable } from './problem'

/** The server's answers, in order; and what it was sent. */
function server(...answers: (Response | Error)[]) {
  const sent: { url: string; body: string; headers: Headers }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ url: request.url, body: await request.text(), headers: request.headers })
    const answer = answers.shift()
    if (answer instanceof Error || answer === undefined) throw answer ?? new Error('asked too often')
    return answer
  })
  return sent
}

function problem(status: number, code: string): Response {
  const body = JSON.stringify({ type: '', title: code, status, code, instance: '1', errors: [] })
  return new Response(body, { status, headers: { 'content-type': 'application/problem+json', 'retry-after': '7' } })
}

const done = () => new Response('{"id":"1"}', { status: 201, headers: { 'content-type': 'application/json' } })
const request = () => new Request('http://localhost/api/v1/x', { method: 'POST', body: 'filled in', headers: { 'idempotency-key': 'k' } })

beforeEach(() => {
  gate.open = true
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('a call that needs a proof waits for it and is sent again unchanged', async () => {
  const sent = server(problem(403, 'step-up-required'), done())
  const answer = patientFetch(request())
  await vi.waitFor(() => expect(gate.proofs()).toEqual(['step-up']))
  gate.settle('step-up', true)
  expect((await answer).status).toBe(201)
  expect(sent.map(({ body }) => body)).toEqual(['filled in', 'filled in'])
  expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['k', 'k'])
})

test('both proofs may be wanted one after the other', async () => {
  server(problem(401, 'not-signed-in'), problem(403, 'step-up-required'), done())
  const answer = patientFetch(request())
  await vi.waitFor(() => expect(gate.proofs()).toEqual(['sign-in']))
  gate.settle('sign-in', true)
  await vi.waitFor(() => expect(gate.proofs()).toEqual(['step-up']))
  gate.settle('step-up', true)
  expect((await answer).status).toBe(201)
})

test('who gives up gets the refusal', async () => {
  server(problem(403, 'step-up-required'))
  const answer = patientFetch(request())
  await vi.waitFor(() => expect(gate.proofs()).toEqual(['step-up']))
  gate.settle('step-up', false)
  expect((await answer).status).toBe(403)
})

test('several calls wait for one dialog', async () => {
  server(problem(401, 'not-signed-in'), problem(401, 'not-signed-in'), done(), done())
  const both = Promise.all([patientFetch(request()), patientFetch(request())])
  await vi.waitFor(() => expect(gate.proofs()).toEqual(['sign-in']))
  gate.settle('sign-in', true)
  expect((await both).map(({ status }) => status)).toEqual([201, 201])
})

test('nobody is asked again who was not signed in', async () => {
  gate.open = false
  server(problem(401, 'not-signed-in'))
  expect((await patientFetch(request())).status).toBe(401)
})

test('other refusals are no matter of proof', async () => {
  server(problem(403, 'not-allowed'))
  expect((await patientFetch(request())).status).toBe(403)
})

test('refusals are thrown with their reasons, everything else as unreachable', async () => {
  const read = () => good(api.GET('/api/v1/me', {}))
  server(problem(429, 'too-many-requests'), new Response('<html>', { status: 502 }), new TypeError('no network'))
  const refusal = await read().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refused)
  expect(refusal).toMatchObject({ retryAfter: 7, problem: { code: 'too-many-requests' } })
  await expect(read()).rejects.toBeInstanceOf(Unreachable)
  await expect(read()).rejects.toBeInstanceOf(Unreachable)
})
