import type { components, operations } from '@/shared/api/schema'
import type { Tone } from '@/shared/ui/Badge'

type Schemas = components['schemas']

export type Verdict = Schemas['LadderVerdict']
export type Library = Schemas['Library']
export type Rung = Schemas['LibraryRung']
export type Standing = operations['list_standings']['responses'][200]['content']['application/json']['items'][number]
export type Ladder = Schemas['EnterpriseLadder']
export type EnterpriseRung = Ladder['rungs'][number]
export type Line = Schemas['LadderLine']
export type Source = Schemas['LadderSource']

export const LISTS = ['all', 'near', 'cannot-tell', 'at-risk', 'candidates', 'recognised'] as const

const TONES: Record<Verdict, Tone> = { meets: 'good', promising: 'good', 'needs-officer': 'wait', 'needs-data': 'wait', fails: 'bad' }

export function toneOf(verdict: Verdict): Tone {
  return TONES[verdict]
}

const LINE_TONES: Record<string, Tone> = { met: 'good', unmet: 'bad', unknown: 'wait', officer: 'wait', open: 'wait' }

export function toneOfState(state: string): Tone {
  return LINE_TONES[state] ?? 'plain'
}

/** Where a value that a line looks at comes from. */
export function sourcesOf(line: Pick<Line, 'items'>, sources: readonly Source[]): Source[] {
  return sources.filter((source) => line.items.includes(source.item))
}

/**
 * Rungs as branches: each begins with a rung that stands on none of those shown, and goes on with those that stand on
 * its last.
 */
export function branches<One extends { rung: string; after: readonly string[] }>(rungs: readonly One[]): One[][] {
  const found: One[][] = []
  for (const one of rungs) {
    const branch = found.find((known) => one.after.includes(known[known.length - 1]?.rung ?? ''))
    if (branch) branch.push(one)
    else found.push([one])
  }
  return found
}
