import { language, type Language } from '@/shared/words/i18n'
import { Document, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'

// The form and the text are two views of one document: every change of the form is a change of the text that leaves
// everything else as it stands, comments included. What the rules mean is the server's to say.

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

/** The name at this place in a language; a name may be one text for both. */
export function nameIn(doc: Document, place: Path, tongue: Language): string {
  const name = doc.getIn(place, true)
  if (isScalar(name)) return tongue === 'zh' ? String(name.value ?? '') : ''
  return typedAt(doc, [...place, tongue])
}

/** The `name` of what stands there. */
export function nameAt(doc: Document, path: Path, tongue: Language): string {
  return nameIn(doc, [...path, 'name'], tongue)
}

/** The name as the page says it: in its language, or in Chinese where there is no other. */
export function nameHere(doc: Document, path: Path): string {
  return (language() === 'en' && nameAt(doc, path, 'en')) || nameAt(doc, path, 'zh')
}

export function setNameIn(doc: Document, place: Path, tongue: Language, typed: string): void {
  const name = doc.getIn(place, true)
  if (isMap(name)) set(doc, [...place, tongue], typed)
  else doc.setIn(place, flow(doc, { zh: tongue === 'zh' ? typed : nameIn(doc, place, 'zh'), ...(tongue === 'en' && typed && { en: typed }) }))
}

export function setName(doc: Document, path: Path, tongue: Language, typed: string): void {
  setNameIn(doc, [...path, 'name'], tongue, typed)
}

/** A value on one line, in braces. */
export function flow(doc: Document, value: unknown): Node {
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
