import type { components } from '@/shared/api/schema'
import { atMinute } from '@/shared/words/time'
import { conflicts } from './words'

/** A value on which sources differ. */
export type Conflict = components['schemas']['ConflictBody']

/** The year of a value, in words. */
export function yearOf({ period }: Pick<Conflict, 'period'>): string {
  return period === 0 ? conflicts.say('noYear') : String(period)
}

/** Who decided, and when; nothing where nobody has. */
export function decisionFacts({ decided_by_name: name, decided_at: at }: Pick<Conflict, 'decided_by_name' | 'decided_at'>): [string, string][] {
  if (!at) return []
  const t = conflicts.say
  return [
    [t('decidedBy'), name ?? t('somebodyGone')],
    [t('decidedAt'), atMinute(at)],
  ]
}
