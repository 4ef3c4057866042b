import type { Batch, Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { conflicts } from './words'

// The server decides (crates/server/src/values/decide.rs: values are collected while a batch is open).
export const conflictCan = {
  decide: (me: Me, batch: Batch): Can =>
    unless(
      may(me, 'value:decide') ? null : common.say('notAllowed'),
      batch.state === 'draft' ? conflicts.say('whyDraft') : null,
      batch.state === 'open' || batch.state === 'draft' ? null : conflicts.say('whyFrozen'),
    ),
}
