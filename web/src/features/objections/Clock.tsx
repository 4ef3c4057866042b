import type { Objection } from '@/shared/api/types'
import { objections } from './words'

/** The last day, and how many are left while nobody decided. */
export function Clock({ objection }: { objection: Objection }) {
  const t = objections.use()
  const { days_left: days, due_on } = objection
  if (objection.state !== 'open' || typeof days !== 'number') return due_on
  return (
    <span>
      {due_on}{' '}
      {days >= 0 ? <span className="badge badge-wait">◔ {t('left', { days })}</span> : <span className="badge badge-bad">✕ {t('overdue', { days: -days })}</span>}
    </span>
  )
}
