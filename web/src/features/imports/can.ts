import type { Import, Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { outcomeOf } from './read'
import { imports } from './words'

// The server decides (crates/server/src/imports/ask.rs, columns.rs and work.rs).
const allowed = (me: Me) => (may(me, 'import:make') ? null : common.say('notAllowed'))
const over = (one: Import) => (one.state === 'done' ? imports.say('whyOver') : null)

export const importCan = {
  make: (me: Me): Can => unless(allowed(me)),
  change: (me: Me, one: Import): Can => unless(allowed(me), over(one)),
  check: (me: Me, one: Import): Can => unless(allowed(me), over(one)),
  run: (me: Me, one: Import): Can => {
    const outcome = outcomeOf(one)
    const bad = outcome?.rejected ?? 0
    const nothing = outcome !== null && outcome.created + outcome.changed === 0
    return unless(
      allowed(me),
      one.mode === 'all' && bad > 0 ? imports.say('whyRejected', { count: bad }) : null,
      nothing ? imports.say('whyNothing') : null,
    )
  },
}
