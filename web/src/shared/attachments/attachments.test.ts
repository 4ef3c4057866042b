import { expect, test } from 'vitest'
import { unfit } from './attachments'

test('files of the kinds that are taken are fit, however their names are written', () => {
  for (const name of ['审计报告.pdf', '发票.OFD', '照片.JPG', '照片.jpeg', '图.png', '明细.xlsx']) expect(unfit({ name, size: 10 << 20 }), name).toBeNull()
})

test('what the server would refuse is refused before it is sent, with the reason', () => {
  expect(unfit({ name: '明细.xls', size: 1 })).toBe('不能上传“明细.xls”：只接收 PDF、PNG、JPEG、OFD、XLSX 文件。')
  expect(unfit({ name: 'pdf', size: 1 })).toMatch('只接收')
  expect(unfit({ name: '报告.pdf', size: 0 })).toBe('“报告.pdf”是空文件。')
  expect(unfit({ name: '报告.pdf', size: (10 << 20) + (1 << 19) })).toBe('“报告.pdf”有 10.5 MB，超过 10 MB。请压缩或拆分后上传。')
})
