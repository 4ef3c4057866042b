import type { PolicyApplication } from '@/shared/api/types'
import { applications } from './words'

/** How long an officer still has. */
export function Clock({ of: { state, working_days_left: left } }: { of: PolicyApplication }) {
  const t = applications.use()
  if (state === 'asked') return <span>{t('stopped')}</span>
  if (left === null || left === undefined) return <span>—</span>
  if (left < 0) return <span className="badge badge-bad">✕ {t('late', { count: -left })}</span>
  return <span>{left === 0 ? t('leftToday') : t('leftDays', { count: left })}</span>
}
