/** The list with the one at `index` one place earlier: who fits two groups is in the first. */
export function moved<One>(list: readonly One[], index: number): One[] {
  return list.map((one, at) => (at === index - 1 ? (list[index] ?? one) : at === index ? (list[index - 1] ?? one) : one))
}

/** The list without the one at `index`. */
export function without<One>(list: readonly One[], index: number): One[] {
  return list.filter((_, at) => at !== index)
}

/** The list with `one` at `index`, which may be just behind the end. */
export function placed<One>(list: readonly One[], index: number, one: One): One[] {
  return [...list.slice(0, index), one, ...list.slice(index + 1)]
}
