import { words } from '@/shared/words/words'

/** What is written: a scheme, a policy, a product. */
export const writing = words('drafts', {
  save: '保存',
  saved: '已保存',
  unsaved: '有未保存的修改',
  allSaved: '已全部保存',
  checking: '正在检查…',
  sound: '检查通过',
  problems: '{{count}} 处需要修改',
  warnings: '{{count}} 处提示',
  problemsAbout: '修改完毕才能试算和提交。点击可到文本中的位置。',
  at: '第 {{line}} 行',
  elsewhere: '{{file}} 第 {{line}} 行',
  error: '错误',
  warning: '提示',
  leave: '有未保存的修改，确定离开吗？',
}, {
  save: 'Save',
  saved: 'Saved',
  unsaved: 'There are changes that are not saved',
  allSaved: 'Everything is saved',
  checking: 'Checking…',
  sound: 'Nothing is wrong with it',
  problems: '{{count}} to mend',
  warnings: '{{count}} to look at',
  problemsAbout: 'It can be tried and handed in once these are mended. Each leads to its place in the text.',
  at: 'line {{line}}',
  elsewhere: '{{file}}, line {{line}}',
  error: 'error',
  warning: 'warning',
  leave: 'There are changes that are not saved. Leave anyway?',
})
