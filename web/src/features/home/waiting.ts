import { api, good } from '@/shared/api/client'
import type { Loan, Me, PolicyApplication } from '@/shared/api/types'
import { may } from '@/shared/me/me'

/** Something that may wait for a person: its words, where it is done, and how it is counted. */
export interface Kind {
  key: string
  words: 'toCheck' | 'toMend' | 'toAccept' | 'toConfirm' | 'toSupply'
  to: string
  count: (signal: AbortSignal) => Promise<{ total: number }>
}

const applications = (state: PolicyApplication['state']) => (signal: AbortSignal) =>
  good(api.GET('/api/v1/policy-applications', { params: { query: { state, limit: 1 } }, signal }))
const loans = (state: Loan['state']) => (signal: AbortSignal) => good(api.GET('/api/v1/loans', { params: { query: { state, limit: 1 } }, signal }))

/** What may wait for this person under policies and for loans: an officer checks, an enterprise mends, a bank decides. */
export function kindsOf(me: Me): Kind[] {
  const enterprise = may(me, 'policy-application:apply')
  const all: (Kind | false)[] = [
    !enterprise && may(me, 'policy-application:move') && { key: 'check', words: 'toCheck', to: '/policy-applications?state=submitted', count: applications('submitted') },
    enterprise && { key: 'mend', words: 'toMend', to: '/policy-applications?state=asked', count: applications('asked') },
    may(me, 'loan:enter') && { key: 'accept', words: 'toAccept', to: '/loans?state=submitted', count: loans('submitted') },
    may(me, 'loan:enter') && { key: 'confirm', words: 'toConfirm', to: '/loans?state=proposed', count: loans('proposed') },
    may(me, 'loan:apply') && { key: 'supply', words: 'toSupply', to: '/loans?state=asked', count: loans('asked') },
  ]
  return all.filter((one): one is Kind => one !== false)
}
