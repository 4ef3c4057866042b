import type { Me } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import type { Draft } from './asked'
import { rules } from './words'

// The server decides (crates/domain/src/collection/rule_draft.rs). These copies say beforehand what it would say.
const allowed = (me: Me, permission: string): string | null => (may(me, permission) ? null : common.say('notAllowed'))
const ours = ({ ours: yes }: Draft): string | null => (yes ? null : rules.say('whyNotOurs'))
const over = ({ state }: Draft): string | null => (state === 'published' || state === 'withdrawn' ? rules.say('whyOver') : null)
const submitted = ({ state }: Draft): string | null => (state === 'submitted' ? rules.say('whySubmitted') : null)
const notYet = ({ state }: Draft): string | null => (state === 'draft' ? rules.say('whyNotSubmitted') : null)

export const rulesCan = {
  begin: (me: Me): Can => unless(allowed(me, 'rules:write')),
  write: (me: Me, draft: Draft): Can => unless(allowed(me, 'rules:write'), ours(draft), over(draft), submitted(draft)),
  submit: (me: Me, draft: Draft, { sound, saved }: { sound: boolean; saved: boolean }): Can =>
    unless(
      allowed(me, 'rules:write'),
      ours(draft),
      over(draft),
      submitted(draft),
      saved ? null : rules.say('whyUnsaved'),
      sound ? null : rules.say('whyProblems'),
    ),
  sendBack: (me: Me, draft: Draft): Can => unless(allowed(me, 'rules:publish'), ours(draft), over(draft), notYet(draft)),
  publish: (me: Me, draft: Draft): Can =>
    unless(allowed(me, 'rules:publish'), ours(draft), over(draft), notYet(draft), draft.own ? rules.say('whyOwn') : null),
  withdraw: (me: Me, draft: Draft): Can => unless(allowed(me, 'rules:write'), ours(draft), over(draft)),
}
