import { expect, test } from 'vitest'
import { blocksOf } from './Prose'

test('what rules show writes is read block by block', () => {
  const text = '# 研发补助\n\n> **示例**\n\n- 代码：rd\n  - 更深\n\n## 给什么\n\n| 研发费用 | 金额 |\n| --- | --- |\n| ＜200万元 | 不予奖补 |\n'
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', text: '研发补助' },
    { kind: 'note', text: '**示例**' },
    { kind: 'list', lines: [{ text: '代码：rd', deep: 0 }, { text: '更深', deep: 1 }] },
    { kind: 'heading', text: '给什么' },
    { kind: 'table', rows: [['研发费用', '金额'], ['＜200万元', '不予奖补']] },
  ])
})

test('markup stays text', () => {
  expect(blocksOf('<script>alert(1)</script>')).toEqual([{ kind: 'line', text: '<script>alert(1)</script>' }])
})
