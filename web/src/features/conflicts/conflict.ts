import type { components } from '@/shared/api/schema'
import { conflicts } from './words'

/** A value on which sources differ. */
export type Conflict = components['schemas']['ConflictBody']

/** The year of a value, in words. */
export function yearOf({ period }: Conflict): string {
  return period === 0 ? conflicts.say('noYear') : String(period)
}
