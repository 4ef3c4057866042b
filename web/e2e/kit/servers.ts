import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProvider } from './provider'

/** The program to test, as a command line; `scripts/web.sh` builds it and says where it is. */
const PROGRAM = (process.env.JIFEN_SERVE ?? '').split(' ').filter(Boolean)

interface Running {
  child: ChildProcess
  folder: string
  address: string
  password: string
}

/**
 * Starts two demonstrations on free ports of this machine, each with a folder of its own: one where second factors are
 * not asked for and an identity provider is known, one where second factors are asked for.
 */
export default async function startServers(): Promise<() => Promise<void>> {
  if (PROGRAM.length === 0) throw new Error('JIFEN_SERVE does not say what to test; run scripts/web.sh browser')
  const provider = await startProvider()
  const known = ['--oidc-issuer', provider.issuer, '--oidc-client-id', 'jifen', '--oidc-name', '政务统一身份认证']
  const running = await Promise.all([start(known), start(['--second-factor', 'true'])])
  const [usual, strict] = running as [Running, Running]
  process.env.JIFEN_USUAL = JSON.stringify({ address: usual.address, password: usual.password })
  process.env.JIFEN_STRICT = JSON.stringify({ address: strict.address, password: strict.password })
  return async () => {
    await Promise.all(running.map(stop))
    provider.stop()
  }
}

/** A port nobody listens on: taken, and given back a moment before. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function start(further: string[]): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'jifen-e2e-'))
  const port = await freePort()
  const [command = '', ...given] = PROGRAM
  // All tests come from one address, faster than people: the limits are tested by the server's own tests.
  // A small zone: what is looked at is the pages.
  const many = ['--lang', 'en', '--demo-enterprises', '300', '--sign-in-rate', '100000', '--account-rate', '100000', '--address-rate', '100000']
  const child = spawn(command, [...given, '--demo', '--listen', `127.0.0.1:${port}`, '--data', folder, ...many, ...further], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const password = await told(child)
  return { child, folder, address: `http://127.0.0.1:${port}`, password }
}

/** The password of the demonstration, once its zone is filled. */
async function told(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const password = /password (\S+?)\)/.exec(said)?.[1]
      // What is in the zone is no longer changing by itself from then on.
      if (password && /data are ready|zone stays empty/.test(said)) resolve(password)
      if (/could not be made ready/.test(said)) reject(new Error(`the demonstration was not filled: ${said.slice(-2000)}`))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', reject)
    setTimeout(() => reject(new Error(`the demonstration was not ready within two minutes: ${said.slice(0, 2000)}`)), 120_000).unref()
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said.slice(0, 2000)}`)))
  })
}

async function stop({ child, folder }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null) {
    child.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
}
