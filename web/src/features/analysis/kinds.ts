import type { components, operations } from '@/shared/api/schema'
import { named } from '@/shared/dictionary/items'
import { analysis } from './words'

export type Dimension = operations['read_pivot']['parameters']['query']['rows']
export type Kind = components['schemas']['KindOfEnterprise']

export const DIMENSIONS: readonly Dimension[] = ['stage', 'grade', 'field', 'industry', 'park', 'size', 'label', 'age']

/** A dimension of the address, when it is one. */
export function dimensionOf(text: string | undefined): Dimension | undefined {
  return DIMENSIONS.find((one) => one === text)
}

export function dimensionOptions() {
  return DIMENSIONS.map((one) => ({ value: one, label: analysis.say(`by.${one}`) }))
}

/** What people call a kind. */
export function kindName({ code, name }: Kind, by?: Dimension): string {
  if (name) return named(name)
  return code ?? analysis.say(by === 'stage' ? 'unstaged' : 'unknown')
}

/** A part of a whole from 0 to 1 as people read it. */
export function percent(share: string | null | undefined): string {
  return share === null || share === undefined ? '—' : `${(Number(share) * 100).toFixed(1)}%`
}

/** How dark a cell is, from 0 to 1, among all numbers of its table. */
export function shade(value: number, all: readonly number[]): number {
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return most > least ? (value - least) / (most - least) : 0
}
