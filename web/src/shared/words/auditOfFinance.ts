import { words } from './words'

/** Verbs and nouns of the audit log that belong to the finance supermarket. */
export const financeAudit = words('audit-of-finance', {
  'resource.loan': '贷款',
  'resource.webhook': '消息推送',
  'resource.loan-alert': '贷后预警',
  'resource.consent': '银行授权',
  'resource.consent-reading': '银行查阅记录',
  'resource.product': '信贷产品',
  'resource.offers': '参考额度名单',
  'action.support': '支持贷款',
  'action.rate': '评价服务',
  'resource.prospect': '授权企业筛选',
  'resource.fund': '资金',
  'resource.fund-entry': '资金台账',
}, {
  'resource.loan': 'loan',
  'resource.webhook': 'webhook',
  'resource.loan-alert': 'alert about a loan',
  'resource.consent': 'consent',
  'resource.consent-reading': 'reading by a bank',
  'resource.product': 'loan product',
  'resource.offers': 'reference limits',
  'action.support': 'support',
  'action.rate': 'rate',
  'resource.prospect': 'consenting enterprises found',
  'resource.fund': 'fund',
  'resource.fund-entry': 'money of a fund',
})
