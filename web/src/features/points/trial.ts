import type { PointsExplained } from '@/shared/api/types'
import { unitsOf } from '@/shared/points/numbers'

type Input = PointsExplained['inputs'][number]

/** What is tried, by item, as it is typed; nothing at all means missing. Items that are as they are stand not in it. */
export type Trial = Record<string, string>

/** The trial of an address. Parameters that name no item are not of it. */
export function trialIn(address: URLSearchParams, inputs: readonly Input[]): Trial {
  const trial: Trial = {}
  for (const { code, typed } of inputs) {
    const value = address.get(code)
    if (value !== null && value !== (typed ?? '')) trial[code] = value
  }
  return trial
}

/** The same as an address. */
export function addressOf(trial: Trial): URLSearchParams {
  return new URLSearchParams(Object.entries(trial).sort(([one], [other]) => one.localeCompare(other)))
}

/** A trial with one value more; a value that is as it is is none. */
export function tried(trial: Trial, { code, typed }: Input, value: string): Trial {
  const { [code]: _, ...others } = trial
  return value === (typed ?? '') ? others : { ...others, [code]: value }
}

/** As the server is asked: missing is `null`. */
export function changesOf(trial: Trial): Record<string, string | null> {
  return Object.fromEntries(Object.entries(trial).map(([code, value]) => [code, value.trim() === '' ? null : value.trim()]))
}

/** How far a slider reaches, and in which steps. */
export interface Reach {
  min: number
  max: number
  step: number
}

/** Twice what there is, or what a gain asks for, rounded up to a handy number; below zero only where there is such a value. */
export function reachOf(typed: string | null | undefined, wanted: readonly string[]): Reach {
  const now = Number(typed ?? 0)
  const most = Math.max(2 * Math.abs(now), ...wanted.map((text) => 1.2 * Number(text)).filter((value) => Number.isFinite(value)), 10)
  const max = handy(most)
  const whole = [typed ?? '0', ...wanted].every((text) => /^-?\d+$/.test(text))
  const fine = max / 200
  const step = whole ? Math.max(1, Math.round(handy(fine) / 2)) : handy(fine) / 2
  return { min: now < 0 ? -max : 0, max, step }
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function handy(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const digit = [1, 2, 5, 10].find((one) => one * power >= value * 0.999_999) ?? 10
  return digit * power
}

/** Which of two amounts of points is more, as a word for colours and signs. */
export function way(after: string, before: string): 'up' | 'down' | 'same' {
  const units = unitsOf(after) - unitsOf(before)
  return units > 0 ? 'up' : units < 0 ? 'down' : 'same'
}
