import type { Approval, Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { approvals } from './words'

// The server decides (crates/server/src/approvals/confirm.rs: undecided; parties.rs: party).
export const approvalCan = {
  decide: (me: Me, approval: Approval): Can =>
    unless(
      may(me, 'approval:decide') ? null : common.say('notAllowed'),
      approval.state === 'waiting' ? null : approvals.say('whyOver'),
      approval.requested_by === me.id ? approvals.say('whyOwn') : null,
      approval.subject_id === me.id ? approvals.say('whyAboutMe') : null,
      approval.may_decide ? null : approvals.say('whyNotYours'),
    ),
  withdraw: (me: Me, approval: Approval): Can =>
    unless(
      may(me, 'approval:withdraw') ? null : common.say('notAllowed'),
      approval.requested_by === me.id ? null : approvals.say('whyNotAsked'),
      approval.may_withdraw ? null : approvals.say('whyOver'),
    ),
}
