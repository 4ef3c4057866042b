import { words } from '@/shared/words/words'

export const jobWords = words('job', {
  'kind.audit-verification': '审计日志校验',
  'kind.backup': '数据备份',
  'kind.import-preview': '导入预检',
  'kind.portraits': '批量企业画像',
  'kind.import': '数据导入',
  'kind.run': '积分计算',
  run: '计算完成，凭据码 {{code}}',
  runOpen: '查看计算结果',
  portraits: '已生成 {{count}} 家企业的画像',
  portraitsKept: '压缩包内每家企业一个 Excel 文件，保留七天。',
  fetch: '下载',
  progress: '进度',
  cancelling: '正在取消…',
  good: '校验通过：{{count}} 条日志完整无误，库外留存至第 {{anchored}} 条。',
  bad: '校验未通过，发现 {{count}} 处问题，请立即报告并保护现场：',
  'finding.edited': '第 {{seq}} 条被改动',
  'finding.unlinked': '第 {{seq}} 条与上一条不相扣',
  'finding.rebuilt': '第 {{seq}} 条起与库外留存不一致，可能整体重建过',
  'finding.missing': '第 {{from}} 至 {{to}} 条缺失',
  'finding.behind': '库外已留存至第 {{anchored}} 条，库内只有 {{found}} 条，可能恢复了旧数据库或截断了末尾',
  file: '备份已完成并通过检查：{{file}}（在数据目录的备份文件夹中）',
  failed: '未能完成。请将任务编号告知管理员：{{id}}',
  lost: '暂时收不到进度，正在重新连接…',
}, {
  'kind.audit-verification': 'Verification of the audit log',
  'kind.backup': 'Backup',
  'kind.import-preview': 'Check of an import',
  'kind.portraits': 'Portraits',
  'kind.import': 'Import',
  'kind.run': 'Computation of points',
  run: 'Computed; receipt code {{code}}',
  runOpen: 'See the run',
  portraits: 'Portraits of {{count}} enterprises are made',
  portraitsKept: 'A zip with a workbook for each, kept for seven days.',
  fetch: 'Download',
  progress: 'Progress',
  cancelling: 'being cancelled…',
  good: 'The log is whole: {{count}} rows, held outside up to row {{anchored}}.',
  bad: 'The log is not whole: {{count}} findings. Report it at once and change nothing:',
  'finding.edited': 'row {{seq}} was edited',
  'finding.unlinked': 'row {{seq}} does not follow the row before',
  'finding.rebuilt': 'from row {{seq}} on the log differs from what is held outside: it may have been rebuilt',
  'finding.missing': 'rows {{from}} to {{to}} are missing',
  'finding.behind': 'row {{anchored}} is held outside, but there are only {{found}}: an old database was put back, or the end was cut off',
  file: 'Backed up and checked: {{file}} (in the backup folder of the data)',
  failed: 'It was not finished. Tell an administrator the number: {{id}}',
  lost: 'No news for the moment; connecting again…',
})

/** What a job does. */
export function jobKind(kind: string): string {
  const key = `kind.${kind}`
  return jobWords.has(key) ? jobWords.say(key) : kind
}
