import { today } from '@/shared/words/time'
import { uiWords } from './words'

/** So many days before its end something is marked, so that whoever writes it can follow it up in time. */
const SOON = 60

const DAY = 86_400_000

/** Days from one day to another, both as `2026-12-31`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** The last day of a policy or product, marked when it is near. */
export function Until({ day, open, now = today() }: { day: string | null | undefined; open: string; now?: string }) {
  const t = uiWords.use()
  if (!day) return <>{open}</>
  const left = daysBetween(now, day)
  return (
    <>
      {day} {left >= 0 && left <= SOON && <span className="badge badge-wait">{t('endsIn', { days: left })}</span>}
    </>
  )
}
