import { words } from '@/shared/words/words'

export const fileWords = words('files', {
  choose: '选择文件',
  drop: '将文件拖到此处，或',
  chosen: '已选择：{{name}}（{{size}}）',
}, {
  choose: 'Choose a file',
  drop: 'Drop a file here, or',
  chosen: 'Chosen: {{name}} ({{size}})',
})
