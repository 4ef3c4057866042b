import { Refused } from '@/shared/api/problem'

/** Why a filing was refused, by item: `/cells/rd_expense` is about `rd_expense`. */
export function problemsByItem(error: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>()
  if (!(error instanceof Refused)) return found
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const [, cells, item] = pointer.split('/')
    if (cells === 'cells' && item) found.set(item, [...(found.get(item) ?? []), detail])
  }
  return found
}
