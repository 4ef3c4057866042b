import type { Me, Objection } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { objections } from './words'

// The server decides (crates/domain/src/collection/objection.rs: Objection::after).
const open = (permission: string) => (me: Me, { state }: Objection): Can =>
  unless(may(me, permission) ? null : common.say('notAllowed'), state === 'open' ? null : objections.say('whyDecided'))

export const objectionCan = {
  decide: open('objection:decide'),
  withdraw: open('objection:withdraw'),
}
