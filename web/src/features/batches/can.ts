import type { Batch, Me, Participant } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { batches } from './words'

// The server decides (crates/domain/src/collection/batch.rs: Batch::after). These copies say beforehand what it would say.
const allowed = (me: Me, permission: string): string | null => (may(me, permission) ? null : common.say('notAllowed'))
const only = (is: boolean, why: Parameters<typeof batches.say>[0]): string | null => (is ? null : batches.say(why))

export const batchCan = {
  make: (me: Me): Can => unless(allowed(me, 'batch:arrange')),
  arrange: (me: Me, { state }: Batch): Can =>
    unless(allowed(me, 'batch:arrange'), only(state === 'draft' || state === 'open', state === 'frozen' ? 'whyFrozen' : 'whyPublished')),
  group: (me: Me, { state }: Batch): Can =>
    unless(allowed(me, 'batch:arrange'), only(state === 'draft' || state === 'open', state === 'frozen' ? 'whyFrozen' : 'whyPublished')),
  items: (me: Me, { state }: Batch): Can => unless(allowed(me, 'batch:arrange'), only(state === 'draft', 'whyItemsStand')),
  enrol: (me: Me, { state }: Batch): Can =>
    unless(allowed(me, 'batch:enrol'), only(state === 'draft' || state === 'open', state === 'frozen' ? 'whyFrozen' : 'whyPublished')),
  open: (me: Me, { state }: Batch, participants: number): Can =>
    unless(allowed(me, 'batch:move'), only(state === 'draft', 'whyOpenAlready'), only(participants > 0, 'whyNobody')),
  freeze: (me: Me, { state }: Batch): Can =>
    unless(allowed(me, 'batch:move'), only(state !== 'draft', 'whyNotOpen'), only(state === 'open', 'whyFrozenAlready')),
  thaw: (me: Me, { state }: Batch): Can => unless(allowed(me, 'batch:move'), only(state === 'frozen', state === 'published' || state === 'closed' ? 'whyPublished' : 'whyNotFrozen')),
  close: (me: Me, { state }: Batch): Can =>
    unless(allowed(me, 'batch:move'), only(state !== 'closed', 'whyClosed'), only(state === 'published', 'whyNotPublished')),
  remind: (me: Me, { state }: Batch): Can => unless(allowed(me, 'batch:remind'), only(state === 'open', 'whyNotCollecting')),
  extend: (me: Me, { state }: Batch, one: Participant): Can =>
    unless(
      allowed(me, 'batch:extend'),
      only(state === 'draft' || state === 'open', state === 'frozen' ? 'whyFrozen' : 'whyPublished'),
      only(one.state === 'draft' || one.state === 'returned', 'whyFiled'),
    ),
  remove: (me: Me, { state }: Batch, one: Participant): Can =>
    unless(
      allowed(me, 'batch:enrol'),
      only(state === 'draft' || state === 'open', state === 'frozen' ? 'whyFrozen' : 'whyPublished'),
      only(one.state === 'draft', 'whyFiled'),
    ),
}
