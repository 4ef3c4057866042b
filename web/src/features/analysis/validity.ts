import type { components } from '@/shared/api/schema'

export type Validity = components['schemas']['ValidityOfPoints']
export type Predictor = components['schemas']['Predictor']
export type Ends = Pick<components['schemas']['EndsOfBand'], 'good' | 'bad' | 'good_share' | 'low' | 'high' | 'woe' | 'iv' | 'adjusted'>

export const OUTCOMES = ['growth', 'overdue', 'default'] as const
export type Outcome = (typeof OUTCOMES)[number]

interface Rate {
  value: number | null
  low: number | null
  high: number | null
}

/** What is counted: who grew, or who was overdue; the interval turns with it. */
export function rateOf({ good_share: share, low, high }: Pick<Ends, 'good_share' | 'low' | 'high'>, outcome: Outcome): Rate {
  const number = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
  const turned = (value: number | null) => (value === null ? null : 1 - value)
  const of = { value: number(share), low: number(low), high: number(high) }
  return outcome === 'growth' ? of : { value: turned(of.value), low: turned(of.high), high: turned(of.low) }
}

/** Which side of one half an interval lies on: 1 above, −1 below, 0 when it holds one half or is not known. */
export function side({ auc_low: low, auc_high: high }: Pick<Predictor, 'auc_low' | 'auc_high'>): -1 | 0 | 1 {
  if (low === null || low === undefined || high === null || high === undefined) return 0
  if (Number(low) > 0.5) return 1
  return Number(high) < 0.5 ? -1 : 0
}

/** A part of a whole as people read it. */
export function shared(part: number | null): string {
  return part === null ? '—' : `${(part * 100).toFixed(1)}%`
}

/** The indicators, those that tell most first; those of which nothing is known last. */
export function byInformation<One extends { predictor: Pick<Predictor, 'iv'> }>(all: readonly One[]): One[] {
  const of = ({ predictor: { iv } }: One) => (iv === null || iv === undefined ? -1 : Number(iv))
  return [...all].sort((left, right) => of(right) - of(left))
}
