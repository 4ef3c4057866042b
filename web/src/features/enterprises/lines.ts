import type { Dictionary } from '@/shared/dictionary/items'
import { nameOf } from '@/shared/words/common'
import { enterprises } from './words'

interface Change {
  item: string
  before: unknown
  after: unknown
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'item' in value && 'after' in value
}

/** What an event of the history says, line by line. */
export function linesOf(detail: unknown, dictionary: Dictionary): string[] {
  if (Array.isArray(detail)) return detail.filter(isChange).map(({ item, before, after }) => changed(item, before, after, dictionary))
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail)
    .filter(([key, value]) => value !== null && key !== 'label_id')
    .map(([key, value]) => {
      if (Array.isArray(value) && value.length === 2) return changed(key, value[0], value[1], dictionary)
      return enterprises.say('plainDetail', { name: nameOfField(key, dictionary), value: told(key, value, dictionary) })
    })
}

function changed(key: string, before: unknown, after: unknown, dictionary: Dictionary): string {
  return enterprises.say('changedFrom', { name: nameOfField(key, dictionary), before: told(key, before, dictionary), after: told(key, after, dictionary) })
}

function nameOfField(key: string, dictionary: Dictionary): string {
  const own = `of.${key}`
  return enterprises.has(own) ? enterprises.say(own) : dictionary.name(key)
}

function told(key: string, value: unknown, dictionary: Dictionary): string {
  if (value === null || value === undefined || value === '') return enterprises.say('empty')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (key === 'status') return nameOf('status', text)
  return dictionary.value(key === 'field' ? 'tech_field' : key, text)
}
