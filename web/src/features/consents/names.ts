import type { Consent } from '@/shared/api/types'
import { nameOf } from '@/shared/words/common'

export type ConsentField = Consent['fields'][number]
export const FIELDS: readonly ConsentField[] = ['profile', 'labels', 'points', 'indicators', 'offers', 'contacts']
export const PURPOSES: readonly Consent['purpose'][] = ['marketing', 'credit-review', 'post-loan']

/** What a bank may read, in words. */
export function fieldNames(fields: readonly ConsentField[]): string {
  return fields.map((field) => nameOf('consentField', field)).join('、')
}
