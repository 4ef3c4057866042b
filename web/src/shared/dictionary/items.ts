import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { Item } from '@/shared/api/types'
import { common } from '@/shared/words/common'
import { language } from '@/shared/words/i18n'
import { grouped } from '@/shared/words/values'

/** The data dictionary; it changes with the program. */
export const itemsQuery = queryOptions({
  queryKey: ['items'],
  queryFn: ({ signal }) => good(api.GET('/api/v1/items', { signal })),
  staleTime: 600_000,
})

/** A name in the language of the page. */
export function named(name: { zh: string; en?: string | null }): string {
  return language() === 'zh' ? name.zh : (name.en ?? name.zh)
}

/** What codes mean. Until the dictionary is here, a code stands for itself. */
export class Dictionary {
  readonly items: readonly Item[]
  #byCode: Map<string, Item>

  constructor(items: readonly Item[]) {
    this.items = items
    this.#byCode = new Map(items.map((item) => [item.code, item]))
  }

  find(code: string): Item | undefined {
    return this.#byCode.get(code)
  }

  name(code: string): string {
    const item = this.find(code)
    return item ? named(item.name) : code
  }

  /** The name with the unit of its values. */
  heading(code: string): string {
    const unit = this.find(code)?.unit
    if (!unit) return this.name(code)
    return language() === 'zh' ? `${this.name(code)}（${unit}）` : `${this.name(code)} (${unit})`
  }

  /** A stored value as people read it. */
  value(code: string, text: string): string {
    const item = this.find(code)
    const category = item?.categories.find((one) => one.code === text)
    if (category) return named(category.name)
    if (item?.kind === 'truth') return text === 'true' ? common.say('yes') : text === 'false' ? common.say('no') : text
    return item?.kind === 'number' ? grouped(text) : text
  }

  /** The values an item may have, to choose from. */
  options(code: string): { value: string; label: string }[] {
    return (this.find(code)?.categories ?? []).map((one) => ({ value: one.code, label: named(one.name) }))
  }
}

const EMPTY = new Dictionary([])
const made = new WeakMap<readonly Item[], Dictionary>()

/** The data dictionary. */
export function useDictionary(): Dictionary {
  const { data } = useQuery(itemsQuery)
  if (!data) return EMPTY
  const known = made.get(data) ?? new Dictionary(data)
  made.set(data, known)
  return known
}
