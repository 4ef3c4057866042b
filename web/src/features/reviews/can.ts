import type { Batch, Me, Participant } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { reviews } from './words'

/** What is to be sent back: fields with their reasons; the filing as a whole has no item. */
export type Marks = Record<string, string>

// The server decides (crates/domain/src/collection/participant.rs: Filing::after).
const reviewer = (me: Me, batch: Batch | null | undefined): string | null =>
  !may(me, 'filing:review') ? common.say('notAllowed') : batch?.state === 'open' ? null : reviews.say('whyNotCollecting')

export const reviewCan = {
  bulk: (me: Me, batch: Batch, unchanged: number): Can => unless(reviewer(me, batch), unchanged > 0 ? null : reviews.say('whyNoneUnchanged')),
  approve: (me: Me, one: Participant, marks: Marks): Can =>
    unless(
      reviewer(me, one.batch),
      one.state === 'submitted' ? null : reviews.say('whyNotWaiting'),
      Object.keys(marks).length === 0 ? null : reviews.say('whyMarked'),
    ),
  back: (me: Me, one: Participant, marks: Marks): Can => {
    const reasons = Object.values(marks)
    return unless(
      reviewer(me, one.batch),
      one.state === 'submitted' || one.state === 'approved' ? null : reviews.say('whyNotWaiting'),
      reasons.length > 0 ? null : reviews.say('whyNothingMarked'),
      reasons.every((reason) => reason.trim() !== '') ? null : reviews.say('whyReasonMissing'),
    )
  },
}
