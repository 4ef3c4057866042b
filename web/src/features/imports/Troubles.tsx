import type { Trouble } from './read'
import { imports } from './words'

/** Problems: where, what, why, and how to mend it. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  return (
    <ul className="plain-list">
      {troubles.map((one) => (
        <li key={JSON.stringify(one)}>{lineOf(one)}</li>
      ))}
    </ul>
  )
}

function lineOf(one: Trouble): string {
  const t = imports.say
  const parts = [
    one.column ? t('place', { column: one.column, heading: one.heading ?? '' }) : null,
    one.value ? t('wasValue', { value: one.value }) : null,
    one.reason,
    one.hint ?? null,
    one.suggestion ? t('suggestion', { text: one.suggestion }) : null,
  ]
  // Some are whole sentences; the dots between them are enough.
  return parts.flatMap((part) => (part ? [part.trim().replace(/[。.]$/, '')] : [])).join(' · ')
}
