import { words } from '@/shared/words/words'

export const policyTrial = words('policy-trial', {
  claimed: '应得合计',
  granted: '核定合计',
  left: '预算剩余',
  others: '其他政策核定合计',
}, {
  claimed: 'Claims',
  granted: 'Granted',
  left: 'Budget left',
  others: 'Other policies grant',
})
