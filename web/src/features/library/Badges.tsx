import { library } from './words'
import { toneOf, toneOfState, type Verdict } from './verdict'

const SIGNS = { good: '✓', bad: '✕', wait: '◔', plain: '' }

/** What is computed. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = library.use()
  const tone = toneOf(verdict)
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span> {t(`verdict.${verdict}`)}
    </span>
  )
}

/** How a condition stands. */
export function StateBadge({ state }: { state: string }) {
  const t = library.use()
  const tone = toneOfState(state)
  const key = `state.${state}`
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{SIGNS[tone]}</span> {library.has(key) ? t(key) : state}
    </span>
  )
}

/** What every page of the library says. */
export function Note({ text }: { text: string }) {
  return (
    <p className="note" role="note">
      {text}
    </p>
  )
}
