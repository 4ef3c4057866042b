import { words } from './words'

/** Names of permissions, for profiles and tokens. */
export const permissionWords = words('permissions', {
  'organisation:list': '查询单位',
  'organisation:read': '查看单位',
  'organisation:open': '设立、更名单位',
  'organisation:close': '关闭单位',
  'registration:list': '查询入驻申请',
  'registration:read': '查看入驻申请',
  'registration:decide': '审核入驻申请',
  'user:list': '查询人员',
  'user:read': '查看人员',
  'user:invite': '邀请人员',
  'user:change': '修改、停用人员',
  'user:reset': '重置密码和动态码',
  'audit:list': '检索审计日志',
  'audit:head': '查看审计日志末端',
  'audit:verify': '校验审计日志',
  'job:list': '查询任务',
  'job:read': '查看任务',
  'job:cancel': '取消任务',
  'backup:make': '备份数据',
}, {
  'organisation:list': 'List organisations',
  'organisation:read': 'See organisations',
  'organisation:open': 'Open and rename organisations',
  'organisation:close': 'Close organisations',
  'registration:list': 'List registrations',
  'registration:read': 'See registrations',
  'registration:decide': 'Decide on registrations',
  'user:list': 'List people',
  'user:read': 'See people',
  'user:invite': 'Invite people',
  'user:change': 'Change and disable people',
  'user:reset': 'Reset passwords and one-time codes',
  'audit:list': 'Search the audit log',
  'audit:head': 'See the head of the audit log',
  'audit:verify': 'Verify the audit log',
  'job:list': 'List jobs',
  'job:read': 'See jobs',
  'job:cancel': 'Cancel jobs',
  'backup:make': 'Back up the data',
})

/** The name of a permission, or its word when this page is older than it. */
export function permissionName(word: string): string {
  return permissionWords.has(word) ? permissionWords.say(word) : word
}
