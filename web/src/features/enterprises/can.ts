import type { Enterprise, EnterpriseStatus, Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { enterprises } from './words'

// The server decides (crates/server/src/permissions/table.txt; crates/server/src/enterprises/change.rs and close.rs).
const lacks = (me: Me, permission: string) => (may(me, permission) ? null : common.say('notAllowed'))
const listed = (one: Enterprise) => (one.closed_on ? enterprises.say('whyClosed') : null)

export const enterpriseCan = {
  take: (me: Me): Can => unless(lacks(me, 'enterprise:export')),
  enter: (me: Me): Can => unless(lacks(me, 'enterprise:edit')),
  bring: (me: Me): Can => unless(lacks(me, 'import:make')),
  change: (me: Me, one: Enterprise): Can => unless(lacks(me, 'enterprise:edit'), listed(one)),
  close: (me: Me, one: Enterprise): Can => unless(lacks(me, 'enterprise:close'), listed(one)),
  label: (me: Me): Can => unless(lacks(me, 'enterprise:edit')),
  contacts: (me: Me): Can => unless(lacks(me, 'enterprise:contacts')),
}

/** What an enterprise may leave the register as; `merged` comes by merging only. */
export const ENDS: readonly EnterpriseStatus[] = ['moved_out', 'deregistered', 'revoked', 'rescinded', 'ordered_closed', 'liquidation', 'suspended', 'dormant']

/** What an enterprise in the register may be set to. */
export const STATES: readonly EnterpriseStatus[] = ['active', 'suspended', 'dormant', 'liquidation', 'ordered_closed', 'revoked', 'rescinded', 'deregistered', 'moved_out']
