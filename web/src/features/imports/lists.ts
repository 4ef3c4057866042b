import type { Import } from '@/shared/api/types'
import type { Dictionary } from '@/shared/dictionary/items'
import { listWords } from './listWords'

type Kind = Import['kind']

/** The columns of authorities' lists, as crates/server/src/rules/lists.rs. */
const COLUMNS = {
  titles: ['certificate', 'recognised_on', 'valid_until', 'document', 'revoked_on', 'revoked_why'],
  'annual-reports': ['reported', 'reported_on'],
} as const

export function isList(kind: Kind | undefined): kind is keyof typeof COLUMNS {
  return kind === 'titles' || kind === 'annual-reports'
}

/** What columns of a list may mean. */
export function listItems(kind: keyof typeof COLUMNS, dictionary: Dictionary): { value: string; label: string }[] {
  const own = COLUMNS[kind].map((code) => ({ value: code, label: itemName(code, dictionary) }))
  return [...['credit_code', 'name'].map((code) => ({ value: code, label: dictionary.name(code) })), ...own]
}

/** What an item is called: of the dictionary, or of an authority's list. */
export function itemName(code: string, dictionary: Dictionary): string {
  const key = `item.${code}`
  return listWords.has(key) ? listWords.say(key) : dictionary.name(code)
}
