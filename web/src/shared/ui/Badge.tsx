import { nameOf } from '@/shared/words/common'

export type Tone = 'good' | 'bad' | 'wait' | 'plain'

const TONES: Record<string, Tone> = {
  'user.active': 'good',
  'user.invited': 'wait',
  'user.disabled': 'bad',
  'registration.waiting': 'wait',
  'registration.confirmed': 'good',
  'registration.refused': 'bad',
  'approval.waiting': 'wait',
  'approval.confirmed': 'good',
  'approval.declined': 'bad',
  'job.waiting': 'wait',
  'job.running': 'wait',
  'job.done': 'good',
  'job.failed': 'bad',
  'backup.good': 'good',
  'backup.bad': 'bad',
  'backup.unchecked': 'wait',
  'status.active': 'good',
  'status.suspended': 'wait',
  'status.dormant': 'wait',
  'status.liquidation': 'wait',
  'status.ordered_closed': 'bad',
  'status.revoked': 'bad',
  'status.rescinded': 'bad',
  'standing.agreed': 'good',
  'standing.disputed': 'bad',
  'standing.decided': 'good',
  'batch.draft': 'wait',
  'batch.open': 'good',
  'import.uploaded': 'wait',
  'import.previewing': 'wait',
  'import.previewed': 'wait',
  'import.running': 'wait',
  'import.done': 'good',
  'import.failed': 'bad',
  'participant.draft': 'wait',
  'participant.submitted': 'wait',
  'participant.returned': 'bad',
  'participant.approved': 'good',
  'scheme.draft': 'wait',
  'scheme.submitted': 'wait',
  'scheme.published': 'good',
  'scheme.withdrawn': 'bad',
  'run.draft': 'wait',
  'run.published': 'good',
  'run.discarded': 'bad',
  'objection.open': 'wait',
  'objection.upheld': 'good',
  'objection.dismissed': 'bad',
  'entitlement.entitled': 'good',
  'entitlement.officer-check': 'wait',
  'entitlement.cannot-tell': 'wait',
  'entitlement.not-entitled': 'bad',
  'awardList.review': 'wait',
  'awardList.notice': 'wait',
  'awardList.paying': 'wait',
  'awardList.closed': 'good',
  'award.listed': 'wait',
  'award.struck': 'bad',
  'award.confirmed': 'wait',
  'award.batched': 'wait',
  'award.paid': 'good',
  'award.failed': 'bad',
  'award.returned': 'bad',
  'award.clawed-back': 'bad',
  'payment.prepared': 'wait',
  'payment.released': 'wait',
  'payment.settled': 'good',
  'payment.withdrawn': 'bad',
  'ledger.paid': 'good',
  'ledger.failed': 'bad',
  'ledger.returned': 'bad',
  'ledger.clawed-back': 'bad',
  'awardObjection.open': 'wait',
  'awardObjection.upheld': 'good',
  'awardObjection.dismissed': 'bad',
  'outcome.done': 'good',
  'outcome.refused': 'bad',
  'outcome.failed': 'bad',
}

// The sign says the same as the colour, for those who do not see it.
const SIGNS: Record<Tone, string> = { good: '✓', bad: '✕', wait: '◔', plain: '' }

/** A state with its colour and sign. */
export function Badge({ group, word }: { group: string; word: string }) {
  const tone = TONES[`${group}.${word}`] ?? 'plain'
  return (
    <span className={`badge badge-${tone}`}>
      {SIGNS[tone] && <span aria-hidden="true">{SIGNS[tone]}</span>} {nameOf(group, word)}
    </span>
  )
}
