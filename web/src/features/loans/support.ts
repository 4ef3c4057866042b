import type { FundEntry, LoanPage } from '@/shared/api/types'

export type Step = LoanPage['steps'][number]['kind']
export type Money = Exclude<FundEntry['kind'], 'pay-in'>

const UNDECIDED: readonly LoanPage['state'][] = ['submitted', 'reviewing', 'asked', 'proposed']
const FROM: Record<Step, readonly LoanPage['state'][]> = {
  recommend: UNDECIDED,
  guarantee: [...UNDECIDED, 'approved', 'signed'],
  file: ['signed', 'lent'],
}

/** What a zone may do for a loan now; the server decides, this only says it beforehand. */
export function stepsFor({ state, steps }: Pick<LoanPage, 'state' | 'steps'>): Step[] {
  const filed = steps.some((step) => step.kind === 'file')
  return (Object.keys(FROM) as Step[]).filter((step) => FROM[step].includes(state) && !(step === 'file' && filed))
}

/** What a fund may pay for a loan now, and what may come back. */
export function moneyFor({ state, steps, support }: Pick<LoanPage, 'state' | 'steps' | 'support'>): Money[] {
  const paid = (kind: Money) => support.some((one) => one.kind === kind)
  const filed = steps.some((step) => step.kind === 'file')
  const may: [Money, boolean][] = [
    ['compensate', filed && state === 'overdue'],
    ['recover', paid('compensate')],
    ['subsidise', state === 'lent' || state === 'settled'],
    ['give-back', paid('subsidise')],
  ]
  return may.filter(([, now]) => now).map(([kind]) => kind)
}
