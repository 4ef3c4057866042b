import { describe, expect, it } from 'vitest'
import { cellOf, workbookOf } from './sheet'

describe('a table as a workbook', () => {
  const check = (text: string, cell: number | string, isNumber = true) => expect(cellOf(text, isNumber)).toBe(cell)
  it('has numbers where the table shows numbers', () => {
    check('6,000', 6000)
    check('−12.5', -12.5)
    check('-3', -3)
    check('0.5632', 0.5632)
  })
  it('leaves everything else a text, as it stands', () => {
    check('—', '—')
    check('12.3 %', '12.3 %')
    check('  成长期 ', '成长期')
    check('=1+1', '=1+1')
    check('2025', '2025', false)
    check('9144030012345678', '9144030012345678')
  })
  it('is a workbook', async () => {
    const file = await workbookOf('积分/分布', [['区间', '企业'], ['0 至 5', 12], ['=1+1', '—']])
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
    expect(file.size).toBeGreaterThan(1000)
  })
})
