import type { Filing, FilingField, Me } from '@/shared/api/types'
import { isReported } from '@/shared/filings/values'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { filings } from './words'

// The server decides (crates/domain/src/collection/participant.rs: Filing::after; crates/server/src/filings/submit.rs).
export const filingCan = {
  write: (me: Me, { participant }: Filing): Can =>
    unless(
      may(me, 'filing:write') ? null : common.say('notAllowed'),
      participant.batch?.state === 'open' ? null : filings.say('whyNotCollecting'),
      participant.state === 'draft' || participant.state === 'returned' ? null : filings.say(participant.state === 'submitted' ? 'whySubmitted' : 'whyApproved'),
    ),
  submit: (me: Me, filing: Filing, blocking: number): Can => {
    const write = filingCan.write(me, filing)
    if (!write.yes) return write
    return unless(
      today() > filing.participant.deadline ? filings.say('whyLate', { day: filing.participant.deadline }) : null,
      blocking > 0 ? filings.say('whyProblems', { count: blocking }) : null,
    )
  },
  object: (me: Me, { participant }: Filing, field: FilingField): Can => {
    const { batch } = participant
    const taken = batch?.state === 'open' || batch?.state === 'frozen' || batch?.state === 'published'
    const { objection_from: from, objection_to: to } = batch ?? {}
    const inTime = !from || !to || (today() >= from && today() <= to)
    return unless(
      may(me, 'objection:raise') ? null : common.say('notAllowed'),
      isReported(field) ? null : filings.say('whyNothingReported'),
      field.objection ? filings.say('whyObjected') : null,
      taken ? null : filings.say('whyNoObjections'),
      inTime ? null : filings.say('whyNotInPeriod', { from: from ?? '', to: to ?? '' }),
    )
  },
}
