import { words } from '@/shared/words/words'

export const uiWords = words('ui', {
  unreachable: '无法连接服务器',
  unreachableHelp: '请检查网络连接后重试。已填写的内容不会丢失。',
  number: '编号：{{number}}（向管理员反映问题时请提供）',
  wait: '请在 {{seconds}} 秒后重试。',
  shownOnce: '仅显示这一次',
  shownOnceHelp: '关闭后无法再次查看，请立即复制并妥善保存。',
  unexpected: '页面出错',
  unexpectedHelp: '页面运行出错，未完成的操作可能没有保存。请刷新页面；如反复出现，请联系管理员。',
  reload: '刷新页面',
  more: '更多',
  progress: '进度',
  offline: '网络已断开，恢复后将自动继续。',
}, {
  unreachable: 'The server cannot be reached',
  unreachableHelp: 'Check the network and try again. What you filled in is kept.',
  number: 'Number: {{number}} (tell it to an administrator when asking for help)',
  wait: 'Try again in {{seconds}} seconds.',
  shownOnce: 'Shown this once',
  shownOnceHelp: 'It cannot be seen again after closing. Copy it now and keep it safe.',
  unexpected: 'Something went wrong on this page',
  unexpectedHelp: 'What was not finished may not be saved. Reload the page; if it happens again, tell an administrator.',
  reload: 'Reload the page',
  more: 'More',
  progress: 'Progress',
  offline: 'The network is gone; the page goes on by itself when it is back.',
})
