import type { components } from './schema'

/** A refusal as the server sends it (RFC 9457). */
export type Problem = components['schemas']['Problem']

/** The server said no, with reasons. */
export class Refused extends Error {
  readonly problem: Problem
  /** Seconds to wait before another try, when the server said so. */
  readonly retryAfter: number | null

  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title)
    this.name = 'Refused'
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** The server could not be reached, or what answered was not it. */
export class Unreachable extends Error {
  readonly cause: unknown

  constructor(cause: unknown) {
    super('unreachable')
    this.name = 'Unreachable'
    this.cause = cause
  }
}

/** The permanent code of a refusal; null for everything else that can go wrong. */
export function codeOf(error: unknown): string | null {
  return error instanceof Refused ? error.problem.code : null
}

/** Whether this is a problem of the server's and not, say, a proxy's page. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false
  return 'code' in value && typeof value.code === 'string' && 'title' in value && 'status' in value
}

/** The problem in an answer, without using the answer up. */
export async function problemIn(response: Response): Promise<Problem | null> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return null
  const body: unknown = await response.clone().json().catch(() => null)
  return isProblem(body) ? body : null
}
