import type { Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { drafting } from './draftWords'
import type { Draft } from './types'

// The server decides (crates/domain/src/collection/scheme_draft.rs). These copies say beforehand what it would say.
const allowed = (me: Me, permission: string): string | null => (may(me, permission) ? null : common.say('notAllowed'))
const over = ({ state }: Draft): string | null => (state === 'published' || state === 'withdrawn' ? drafting.say('whyOver') : null)
const submitted = ({ state }: Draft): string | null => (state === 'submitted' ? drafting.say('whySubmitted') : null)
const notYet = ({ state }: Draft): string | null => (state === 'draft' ? drafting.say('whyNotSubmitted') : null)

export const schemeCan = {
  begin: (me: Me): Can => unless(allowed(me, 'scheme:write')),
  write: (me: Me, draft: Draft): Can => unless(allowed(me, 'scheme:write'), over(draft), submitted(draft)),
  submit: (me: Me, draft: Draft, { sound, saved }: { sound: boolean; saved: boolean }): Can =>
    unless(
      allowed(me, 'scheme:write'),
      over(draft),
      submitted(draft),
      saved ? null : drafting.say('whyUnsaved'),
      sound ? null : drafting.say('whyProblems'),
    ),
  sendBack: (me: Me, draft: Draft): Can => unless(allowed(me, 'scheme:publish'), over(draft), notYet(draft)),
  publish: (me: Me, draft: Draft): Can =>
    unless(allowed(me, 'scheme:publish'), over(draft), notYet(draft), draft.own ? drafting.say('whyOwn') : null),
  withdraw: (me: Me, draft: Draft): Can => unless(allowed(me, 'scheme:write'), over(draft)),
  comment: (me: Me): Can => unless(allowed(me, 'scheme:comment')),
}
