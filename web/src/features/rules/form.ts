import { add, count, isHistory, scalarOf, typedAt, type Path } from '@/shared/drafts/document'
import { isMap, isScalar, isSeq, type Document } from 'yaml'
import { forming } from './formWords'

// What the form knows of `policy/1` and `product/1`. Everything it does not know stays in the text as it is.

/** How a value is compared with an edge. */
export const COMPARISONS = ['at_least', 'above', 'at_most', 'below', 'equals', 'not_equals'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** A line of a list of the form. */
export interface Entry {
  path: Path
  at: number
}

export function entries(doc: Document, list: Path): Entry[] {
  return Array.from({ length: count(doc, list) }, (_, at) => ({ path: [...list, at], at }))
}

/** The comparison that a condition makes; none for groups, yes-or-no items and lists of values. */
export function comparisonOf(doc: Document, condition: Path): Comparison | null {
  const found = COMPARISONS.filter((one) => doc.hasIn([...condition, one]))
  return doc.hasIn([...condition, 'value']) && found.length === 1 && !isHistory(doc, [...condition, found[0] ?? '']) ? (found[0] ?? null) : null
}

/** Compares in another way with the same edge: the key is renamed where it stands, and what is beside it stays. */
export function compareBy(doc: Document, condition: Path, next: Comparison): void {
  const node = doc.getIn(condition, true)
  if (!isMap(node)) return
  const pair = node.items.find(({ key }) => COMPARISONS.some((one) => String(key) === one))
  if (pair) pair.key = doc.createNode(next)
}

/** Writes what was typed where the form must not lose its place: cleared, the key stays. */
export function put(doc: Document, path: Path, typed: string): void {
  const node = doc.getIn(path, true)
  if (isScalar(node)) {
    node.value = scalarOf(typed)
    node.type = 'PLAIN'
    delete node.source
    delete node.format
  } else doc.setIn(path, scalarOf(typed))
}

/** Whether an amount of money is one formula, so that the form can change it. */
export function isAmount(doc: Document, part: Path): boolean {
  return doc.hasIn([...part, 'amount']) && !isHistory(doc, [...part, 'amount'])
}

/** A code that no entry of the list has. */
function freeCode(doc: Document, list: Path, name: (at: number) => string): string {
  const taken = new Set(entries(doc, list).map(({ path }) => typedAt(doc, [...path, 'code'])))
  let at = taken.size + 1
  while (taken.has(name(at))) at += 1
  return name(at)
}

/** Both names of something new: rule files are written in Chinese, with the English name beside it. */
function bothNames(key: 'newCondition' | 'newPart'): { zh: string; en: string } {
  return { zh: forming.zh[key], en: forming.en[key] }
}

export function addCondition(doc: Document): void {
  const list = ['conditions']
  add(doc, list, { code: freeCode(doc, list, String), name: bothNames('newCondition'), value: forming.zh.newValue, at_least: forming.zh.newEdge })
}

export function addPart(doc: Document, list: Path): void {
  add(doc, list, { code: freeCode(doc, list, (at) => `part-${at}`), name: bothNames('newPart'), amount: forming.zh.newEdge })
}

/** Takes an entry out of a list. */
export function remove(doc: Document, { path }: Entry): void {
  const list = doc.getIn(path.slice(0, -1), true)
  if (isSeq(list)) list.delete(path[path.length - 1])
}
