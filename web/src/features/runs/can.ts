import type { Batch, Me, Run } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { runs } from './words'

// The server decides (crates/domain/src/collection/run.rs: Run::after, may_publish; crates/server/src/runs/publish.rs).
export const runCan = {
  compute: (me: Me, { state }: Batch): Can =>
    unless(
      may(me, 'run:compute') ? null : common.say('notAllowed'),
      state === 'closed' ? runs.say('whyClosed') : null,
      state === 'frozen' || state === 'published' ? null : runs.say('whyNotFrozen'),
    ),
  publish: (me: Me, run: Run): Can =>
    unless(
      may(me, 'run:publish') ? null : common.say('notAllowed'),
      run.state === 'draft' ? null : runs.say('whyNotDraft'),
      run.created_by === me.id ? runs.say('whyOwn') : null,
    ),
  discard: (me: Me, run: Run): Can =>
    unless(may(me, 'run:compute') ? null : common.say('notAllowed'), run.state === 'draft' ? null : runs.say('whyNotDraft')),
  export: (me: Me): Can => unless(may(me, 'run:export') ? null : common.say('notAllowed')),
}
