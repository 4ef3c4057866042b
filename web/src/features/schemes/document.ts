import { count, flow, scalarOf, set, typedAt, type Path } from '@/shared/drafts/document'
import { type Document, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'

// What only schemes have: pillars, indicators, rules. See shared/drafts/document.ts.

export interface IndicatorPlace {
  path: Path
  code: string
}

export interface PillarPlace {
  path: Path
  code: string
  depth: number
  /** Of the scheme's own file; an extended scheme has further ones. */
  indicators: IndicatorPlace[]
}

/** The pillars of the document with their indicators, parents before children. */
export function pillarsOf(doc: Document, path: Path = ['pillars'], depth = 0): PillarPlace[] {
  return places(doc, path).flatMap((at) => {
    const indicators = places(doc, [...at, 'indicators']).map((place) => ({ path: place, code: typedAt(doc, [...place, 'code']) }))
    return [{ path: at, code: typedAt(doc, [...at, 'code']), depth, indicators }, ...pillarsOf(doc, [...at, 'pillars'], depth + 1)]
  })
}

/** Where each entry of a list stands. */
export function places(doc: Document, path: Path): Path[] {
  return Array.from({ length: count(doc, path) }, (_, at) => [...path, at])
}

/** Full points of an indicator in a stage, as typed; one number holds for all stages. */
export function fullAt(doc: Document, path: Path, stage: string): string {
  const full = doc.getIn([...path, 'full'], true)
  return isMap(full) ? typedAt(doc, [...path, 'full', stage]) : typedAt(doc, [...path, 'full'])
}

/** Sets the full points of one stage; one number for all becomes a number for each. */
export function setFull(doc: Document, path: Path, stage: string, typed: string, stages: readonly string[]): void {
  const full = doc.getIn([...path, 'full'], true)
  if (!isMap(full)) {
    const one = scalarOf(typedAt(doc, [...path, 'full']) || '0')
    doc.setIn([...path, 'full'], flow(doc, Object.fromEntries(stages.map((code) => [code, one]))))
  }
  set(doc, [...path, 'full', stage], typed === '' ? '0' : typed)
}

/** Full points that an extending scheme gives an indicator it inherits. */
export function setAdjusted(doc: Document, code: string, now: Record<string, string>, stage: string, typed: string): void {
  const path = ['adjust', code, 'full']
  if (!isMap(doc.getIn(path, true))) {
    const all = Object.fromEntries(Object.entries(now).map(([key, value]) => [key, scalarOf(value)]))
    doc.setIn(path, flow(doc, all))
  }
  set(doc, [...path, stage], typed === '' ? '0' : typed)
}

/** The kinds of rules, in the order people look for them. */
export const KINDS = ['bands', 'linear', 'log', 'per_unit', 'percentile', 'min_max', 'z_score', 'category', 'formula'] as const
export type Kind = (typeof KINDS)[number]

/** What a rule of a kind begins as: sound, and easily seen to be an example. */
const BEGINNINGS: Record<Kind, unknown> = {
  bands: [
    { below: 10, award: '0%' },
    { from: 10, below: 20, award: '60%' },
    { from: 20, award: '100%' },
  ],
  linear: { low: 0, high: 100 },
  log: { scale: 10, cap: 100 },
  per_unit: { per: 1, award: '20%', whole: true },
  percentile: { peers: ['stage'], minimum_peers: 30, fallback: 'wider_group' },
  min_max: { peers: ['stage'], winsorise: ['1%', '99%'], minimum_peers: 30, fallback: 'wider_group' },
  z_score: { peers: ['stage'], width: 3, minimum_peers: 30, fallback: 'wider_group' },
  category: { cases: [{ values: [true], award: '100%' }], otherwise: '0%' },
  formula: '0',
}

/** The kind of the rule at `path`; none where it is written in a way the form does not know. */
export function kindAt(doc: Document, path: Path): Kind | undefined {
  const rule = doc.getIn(path, true)
  return isMap(rule) && rule.items.length === 1 ? KINDS.find((kind) => rule.has(kind)) : undefined
}

/** Puts a rule of another kind there. */
export function setKind(doc: Document, path: Path, kind: Kind): void {
  doc.setIn(path, doc.createNode({ [kind]: BEGINNINGS[kind] }))
  const rule = doc.getIn([...path, kind], true)
  if (isMap(rule)) rule.flow = kind !== 'category'
  else if (isSeq(rule)) rule.items.forEach((item) => isMap(item) && (item.flow = true))
  const cases = doc.getIn([...path, kind, 'cases'], true)
  if (isSeq(cases)) cases.items.forEach((item) => isMap(item) && (item.flow = true))
}

/** Texts of a list of single values, as people type them. */
export function listAt(doc: Document, path: Path): string[] {
  const list = doc.getIn(path, true)
  return isSeq(list) ? list.items.map((item) => (isScalar(item) ? String(item.value) : '')) : []
}

/** Writes a list of single values on one line; an empty one goes away. */
export function setList(doc: Document, path: Path, texts: readonly string[]): void {
  if (texts.length === 0) {
    if (doc.hasIn(path)) doc.deleteIn(path)
  } else doc.setIn(path, flow(doc, texts.map(scalarOf)))
}

/** Stages whose rule is one of their own. */
export function ownRules(doc: Document, path: Path): string[] {
  const rules = doc.getIn([...path, 'rule_by_stage'], true)
  return isMap(rules) ? (rules as YAMLMap<unknown>).items.map(({ key }) => String(isScalar(key) ? key.value : key)) : []
}

/** Takes an entry out of a list; a list without entries goes away. */
export function remove(doc: Document, path: Path): void {
  doc.deleteIn(path)
  const list = path.slice(0, -1)
  if (isSeq(doc.getIn(list, true)) && (doc.getIn(list, true) as YAMLSeq).items.length === 0) doc.deleteIn(list)
}
