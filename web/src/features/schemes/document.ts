import { language, type Language } from '@/shared/words/i18n'
import { Document, isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap, type YAMLSeq } from 'yaml'

// The form and the text are two views of one document: every change of the form is a change of the text that leaves
// everything else as it stands, comments included. What a scheme means is the server's to say.

/** Where something stands in the document. */
export type Path = readonly (string | number)[]

/** As rule files are written: lines are not broken, braces have no padding. */
const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const

/** The text as a document; one with mistakes of form has `errors`. */
export function read(text: string): Document {
  return parseDocument(text, { keepSourceTokens: false })
}

/** The text after a change. */
export function edited(text: string, change: (doc: Document) => void): string {
  const doc = read(text)
  if (doc.errors.length > 0) return text
  change(doc)
  return doc.toString(STYLE)
}

/** What was typed, as it is written: numbers and truths bare, the rest as text. */
export function scalarOf(typed: string): string | number | boolean {
  if (typed === 'true' || typed === 'false') return typed === 'true'
  // A number that would not come back digit by digit stays a text.
  return /^-?\d/.test(typed) && String(Number(typed)) === typed ? Number(typed) : typed
}

/** Writes what was typed; nothing takes the key away. */
export function set(doc: Document, path: Path, typed: string): void {
  if (typed === '') {
    if (doc.hasIn(path)) doc.deleteIn(path)
    return
  }
  const node = doc.getIn(path, true)
  // The node stays, and with it the comment beside it; what stands in quotes stays a text, as versions do.
  if (isScalar(node)) {
    node.value = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? typed : scalarOf(typed)
    delete node.source
    delete node.format
  } else doc.setIn(path, scalarOf(typed))
}

/** What stands there as people type it; nothing for what is not one value. */
export function typedAt(doc: Document, path: Path): string {
  const node = doc.getIn(path, true)
  if (!isScalar(node) || node.value === null || node.value === undefined) return ''
  return node.source !== undefined && typeof node.value === 'number' ? node.source : String(node.value)
}

/** The name in a language; a name may be one text for both. */
export function nameAt(doc: Document, path: Path, tongue: Language): string {
  const name = doc.getIn([...path, 'name'], true)
  if (isScalar(name)) return tongue === 'zh' ? String(name.value ?? '') : ''
  return typedAt(doc, [...path, 'name', tongue])
}

/** The name as the page says it: in its language, or in Chinese where there is no other. */
export function nameHere(doc: Document, path: Path): string {
  return (language() === 'en' && nameAt(doc, path, 'en')) || nameAt(doc, path, 'zh')
}

export function setName(doc: Document, path: Path, tongue: Language, typed: string): void {
  const name = doc.getIn([...path, 'name'], true)
  if (isMap(name)) set(doc, [...path, 'name', tongue], typed)
  else doc.setIn([...path, 'name'], flow(doc, { zh: tongue === 'zh' ? typed : nameAt(doc, path, 'zh'), ...(tongue === 'en' && typed && { en: typed }) }))
}

/** A value on one line, in braces. */
function flow(doc: Document, value: unknown): Node {
  return doc.createNode(value, { flow: true })
}

/** How many entries a list has. */
export function count(doc: Document, path: Path): number {
  const list = doc.getIn(path, true)
  return isSeq(list) ? list.items.length : 0
}

/** Whether something is written as a history by date; the form leaves that to the text. */
export function isHistory(doc: Document, path: Path): boolean {
  return doc.hasIn([...path, 'history'])
}

/** Adds an entry to a list, which is made where there is none. */
export function add(doc: Document, path: Path, entry: unknown, oneLine = true): void {
  const node = oneLine ? flow(doc, entry) : doc.createNode(entry)
  const list = doc.getIn(path, true)
  if (isSeq(list)) list.add(node)
  else doc.setIn(path, doc.createNode([node]))
}

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
