import type { ApplicationAction, PolicyApplication } from '@/shared/api/types'

export type Doing = Exclude<ApplicationAction, 'apply'>

/** From which states a step is possible; the server decides, this only says it beforehand. */
const FROM: Record<Doing, readonly PolicyApplication['state'][]> = {
  pass: ['submitted'],
  ask: ['submitted'],
  refuse: ['submitted', 'asked'],
  answer: ['asked'],
  withdraw: ['submitted', 'asked'],
}

const OF_ENTERPRISE: readonly Doing[] = ['answer', 'withdraw']

/** The steps one side may take now, in the order they are usually taken. */
export function stepsOf(state: PolicyApplication['state'], enterprise: boolean): Doing[] {
  return (Object.keys(FROM) as Doing[]).filter((one) => OF_ENTERPRISE.includes(one) === enterprise && FROM[one].includes(state))
}
