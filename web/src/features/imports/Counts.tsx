import { counted } from '@/shared/words/time'
import type { Outcome } from './read'
import { imports } from './words'

/** How many rows are new, changed, the same and bad. */
export function Counts({ outcome }: { outcome: Outcome }) {
  const t = imports.use()
  const counts = [
    [t('created'), outcome.created],
    [t('changed'), outcome.changed],
    [t('unchanged'), outcome.unchanged],
    [t('rejected'), outcome.rejected],
    [t('warnings'), outcome.warnings],
  ] as const
  return (
    <>
      <p>{t('rows', { count: counted(outcome.rows) })}</p>
      <dl className="counts">
        {counts.map(([name, count], place) => (
          <div key={name} className={place === 3 && count > 0 ? 'count-bad' : undefined}>
            <dt>{name}</dt>
            <dd>{counted(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
