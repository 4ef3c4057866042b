import { Refused } from '@/shared/api/problem'

/** What is wrong with which field, in the order the server named them. */
export type FieldProblems = Map<string, string[]>

/** The field of a JSON pointer or query parameter: `/roles/0` belongs to `roles`, `?from` to `from`. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^[/?]/, '').split('/')[0] ?? ''
}

/** The problems of a refusal by field. `renamed` maps names of the API to names of the form. */
export function problemsByField(error: unknown, renamed: Record<string, string> = {}): FieldProblems {
  const found: FieldProblems = new Map()
  if (!(error instanceof Refused)) return found
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const field = fieldOf(pointer)
    const name = renamed[field] ?? field
    const known = found.get(name) ?? []
    if (!known.includes(detail)) found.set(name, [...known, detail])
  }
  return found
}
