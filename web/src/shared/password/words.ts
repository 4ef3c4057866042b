import { words } from '@/shared/words/words'

export const passwordWords = words('password', {
  capsLock: '大写锁定已打开。',
  show: '显示',
  hide: '隐藏',
  differs: '两次输入的密码不一致',
  rulesTitle: '密码要求',
  length: '长度为 {{least}} 至 128 个字符，建议用较长的词句',
  classes: '按等级保护要求，须同时包含大写字母、小写字母、数字和符号',
  guess: '不能过于常见或有规律，如 password、1234、abcd',
  person: '不能包含账号、姓名或单位名称',
  former: '不能与最近使用过的密码相同',
}, {
  capsLock: 'Caps Lock is on.',
  show: 'Show',
  hide: 'Hide',
  differs: 'The two passwords differ',
  rulesTitle: 'What a password must be like',
  length: '{{least}} to 128 characters; a longer phrase is better',
  classes: 'Capitals, small letters, digits and signs, as the classified protection rules ask',
  guess: 'Not common or regular, such as password, 1234, abcd',
  person: 'Without the log-in name, your name or the organisation’s',
  former: 'Not one that was used lately',
})
