import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Grant {
  person: string
  nonce: string
  challenge: string
}

/** An identity provider on this machine: it asks who one is, believes it, and answers as OpenID Connect says. */
export async function startProvider(): Promise<{ issuer: string; stop: () => void }> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const grants = new Map<string, Grant>()
  let issuer = ''

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = ({ person, nonce }: Grant) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: 'jifen', sub: `sub-${person}`, name: person, nonce, iat: now, exp: now + 300 }
    const text = `${encoded({ alg: 'ES256', kid: 'one', typ: 'JWT' })}.${encoded(claims)}`
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  }

  const asks = (url: URL, response: ServerResponse) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    const hidden = [...url.searchParams].map(([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', '')}">`)
    response.end(`<!doctype html><title>Provider</title><form action="/believe">${hidden.join('')}
      <label>Person <input name="person"></label><button>In</button><button name="no" value="1">No</button></form>`)
  }
  const believes = ({ searchParams: given }: URL, response: ServerResponse) => {
    const back = new URL(given.get('redirect_uri') ?? '')
    back.searchParams.set('state', given.get('state') ?? '')
    if (given.has('no')) {
      back.searchParams.set('error', 'access_denied')
    } else {
      const code = randomBytes(16).toString('hex')
      grants.set(code, { person: given.get('person') ?? '', nonce: given.get('nonce') ?? '', challenge: given.get('code_challenge') ?? '' })
      back.searchParams.set('code', code)
    }
    response.writeHead(302, { location: back.href }).end()
  }
  const exchanges = (body: string, response: ServerResponse) => {
    const given = new URLSearchParams(body)
    const grant = grants.get(given.get('code') ?? '')
    grants.delete(given.get('code') ?? '')
    const challenge = createHash('sha256').update(given.get('code_verifier') ?? '').digest('base64url')
    response.setHeader('content-type', 'application/json')
    if (!grant || grant.challenge !== challenge) return response.writeHead(400).end('{"error":"invalid_grant"}')
    return response.end(JSON.stringify({ access_token: 'unused', token_type: 'Bearer', id_token: token(grant) }))
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url.pathname === '/authorize') return asks(url, response)
    if (url.pathname === '/believe') return believes(url, response)
    if (url.pathname === '/token') return void read(request).then((body) => exchanges(body, response))
    if (url.pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] })
    if (url.pathname !== '/.well-known/openid-configuration') return response.writeHead(404).end()
    return json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { issuer, stop: () => server.close() }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
