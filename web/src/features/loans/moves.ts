import type { Loan, LoanAction } from '@/shared/api/types'

export type Doing = Exclude<LoanAction, 'apply'>

/** From which states a step is possible; the server decides, this only says it beforehand. */
const FROM: Record<Doing, readonly Loan['state'][]> = {
  accept: ['submitted'],
  answer: ['asked'],
  propose: ['reviewing'],
  ask: ['reviewing'],
  confirm: ['proposed'],
  'send-back': ['proposed'],
  reject: ['submitted', 'reviewing', 'asked'],
  withdraw: ['submitted', 'reviewing', 'asked', 'proposed', 'approved'],
  sign: ['approved'],
  draw: ['signed', 'lent'],
  repay: ['lent', 'overdue'],
  'fall-due': ['lent'],
  cure: ['overdue'],
  settle: ['lent', 'overdue'],
  lapse: ['approved', 'signed'],
}

const OF_ENTERPRISE: readonly Doing[] = ['answer', 'withdraw']

/** The steps one party may take now, in the order they are usually taken. */
export function stepsOf(state: Loan['state'], bank: boolean): Doing[] {
  return (Object.keys(FROM) as Doing[]).filter((one) => OF_ENTERPRISE.includes(one) !== bank && FROM[one].includes(state))
}
