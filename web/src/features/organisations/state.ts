import type { Organisation } from '@/shared/api/types'

/** Whether an organisation is open on a day (`2026-11-23`). */
export function stateOn(organisation: Organisation, day: string): 'stateOpen' | 'stateLater' | 'stateClosed' {
  if (organisation.closes_on && organisation.closes_on <= day) return 'stateClosed'
  return organisation.opens_on > day ? 'stateLater' : 'stateOpen'
}
