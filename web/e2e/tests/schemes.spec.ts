import type { Page } from '@playwright/test'
import { expect, fitsTheWindow, follows, isAccessible, isSettled, test } from '../kit/kit'
import { sends } from '../kit/year'

const BASE = 'schemes/zone-four-stage.yaml'

interface Whole {
  id: string
  content: string
  sound: boolean
}

const read = (page: Page, id: string) => sends<Whole>(page, 'GET', `/api/v1/scheme-drafts/${id}`)

/** A draft of the author's own, begun past the form. */
async function begins(page: Page): Promise<string> {
  const begun = await sends<Whole>(page, 'POST', '/api/v1/scheme-drafts', { based_on: BASE })
  return begun.id
}

const points = (page: Page, indicator: string, stage: string) => page.getByLabel(`${indicator}在${stage}的满分`, { exact: true })
const sum = (page: Page) => page.getByRole('row', { name: /^基础指标合计/ }).getByRole('cell')

test('a rule author copies a scheme, moves points, tries it on last year and hands it in; a publisher publishes it', async ({ person }) => {
  const page = await person('author')
  await page.goto('/schemes')
  await isSettled(page)
  await page.getByRole('button', { name: '新建方案' }).click()
  const drawer = page.getByRole('dialog', { name: '新建方案' })
  await drawer.getByLabel('所依据的方案').selectOption({ label: '高新区四阶段方案（示例，非官方权重） · 2025.1' })
  await drawer.getByRole('button', { name: '新建方案' }).click()
  await expect(page).toHaveURL(/\/schemes\/drafts\/./)
  await isSettled(page)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  // Sums follow what is typed, and the check says what is wrong in words.
  const version = `2026.${Date.now()}`
  await page.getByLabel('版本', { exact: true }).fill(version)
  await expect(sum(page).nth(2)).toHaveText('100，正好')
  await points(page, '研发费用金额', '扩展期').fill('10')
  await expect(sum(page).nth(2)).toHaveText('102，应为 100')
  await expect(page.getByText('1 处需要修改')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交审核' })).toHaveAccessibleDescription(/请先保存修改/)
  await points(page, '研发人员占职工总数比例', '扩展期').fill('3')
  await expect(page.getByText('检查通过')).toBeVisible()
  await expect(sum(page).nth(2)).toHaveText('100，正好')

  // The same document as text: the comment is there, the number too.
  await page.getByRole('link', { name: '文本', exact: true }).click()
  const text = page.getByLabel('方案的规则文件')
  await expect(text).toHaveValue(/^# 四阶段高新区方案/)
  await expect(text).toHaveValue(/full: \{startup: 10, growing: 9, expanding: 10, mature: 8\}/)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已全部保存').first()).toBeVisible()
  expect((await read(page, id)).sound).toBe(true)

  await page.getByRole('link', { name: '试算', exact: true }).click()
  await isSettled(page)
  const trial = await sends<{ both: number; up: number; winners: { name: string }[]; after: { median: string } }>(page, 'GET', `/api/v1/scheme-drafts/${id}/trial?by=stage`)
  await expect(page.getByRole('row').filter({ hasText: '本方案 ·' })).toContainText(trial.after.median)
  await expect(page.getByText(trial.both.toLocaleString('en')).first()).toBeVisible()
  const winner = trial.winners[0]?.name
  if (winner) await expect(page.getByRole('rowheader', { name: winner, exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: '差异', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: '研发费用金额' })).toContainText('10分')
  await page.getByRole('link', { name: '意见', exact: true }).click()
  await page.getByLabel('意见', { exact: true }).fill('扩展期应更看重研发投入。')
  await page.getByRole('button', { name: '发表意见' }).click()
  await expect(page.getByText('扩展期应更看重研发投入。')).toBeVisible()

  await page.getByRole('button', { name: '提交审核' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('待审核').first()).toBeVisible()

  const publisher = await person('publisher')
  await publisher.goto(`/schemes/drafts/${id}`)
  await isSettled(publisher)
  await publisher.getByRole('button', { name: '发布', exact: true }).click()
  await publisher.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(publisher.getByText('不能再修改')).toBeVisible()
  await publisher.goto('/schemes')
  await isSettled(publisher)
  await expect(publisher.getByRole('region', { name: '可用方案' }).getByRole('row').filter({ hasText: version })).toContainText('本区编制')
})

test('a rule is edited by its kind, with its curve beside it, and what is left unsaved is asked about', async ({ person }) => {
  const page = await person('author')
  const id = await begins(page)
  await page.goto(`/schemes/drafts/${id}`)
  await isSettled(page)
  await page.getByRole('button', { name: '编辑指标“研发费用占营业收入比例”' }).click()
  const drawer = page.getByRole('dialog', { name: /研发费用占营业收入比例/ })
  await expect(drawer.getByRole('img', { name: /取值与得分/ })).toBeVisible()
  await drawer.getByLabel('规则类型').selectOption({ label: '线性与功效系数' })
  await drawer.getByLabel('起点', { exact: true }).fill('3%')
  await drawer.getByLabel('满分点').fill('12%')
  await expect(drawer.getByText(/3%.*12%/).first()).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).click()
  // A mistake leads to its place in the text.
  await page.getByLabel('判定条件').first().fill('营业收入 < 400万元')
  const problem = page.getByRole('button', { name: /^第 \d+ 行$/ }).first()
  await expect(problem).toBeVisible()
  await problem.click()
  await expect(page.getByLabel('方案的规则文件')).toBeFocused()
  await page.getByRole('link', { name: '首页' }).first().click()
  const asked = page.getByRole('dialog', { name: '有未保存的修改，确定离开吗？' })
  await asked.getByRole('button', { name: /取\s*消/ }).click()
  await expect(page).toHaveURL(new RegExp(id))
  expect((await read(page, id)).content).toContain('bands')
})

test('weights are compared in four sets, and in pairs with their consistency', async ({ person }) => {
  const page = await person('author')
  const id = await begins(page)
  await page.goto(`/schemes/drafts/${id}?view=weights`)
  await isSettled(page)
  await expect(page.getByRole('columnheader', { name: '熵权' })).toBeVisible()
  await page.getByLabel(/“创新投入”与“创新产出”相比/).selectOption({ label: '稍微重要' })
  await page.getByRole('button', { name: '计算权重' }).click()
  await expect(page.getByText(/一致性比例 0\.\d+/)).toBeVisible()
})

for (const [size, viewport] of [
  ['a desktop', { width: 1366, height: 768 }],
  ['a telephone', { width: 390, height: 844 }],
] as const) {
  test(`schemes can be read and written on ${size}`, async ({ person }) => {
    const page = await person('author', { viewport })
    const id = await begins(page)
    for (const path of ['/schemes', `/schemes/view?path=${encodeURIComponent(BASE)}`, ...['form', 'text', 'shown', 'trial', 'weights', 'changes', 'comments'].map((view) => `/schemes/drafts/${id}?view=${view}`)]) {
      await page.goto(path)
      await isSettled(page, 60_000)
      await expect(page.locator('.problem')).toHaveCount(0)
      await isAccessible(page, path)
      await fitsTheWindow(page, path)
    }
    if (size === 'a desktop') {
      await page.goto('/schemes')
      await follows(page, page.getByRole('region', { name: '可用方案' }).getByRole('link', { name: /四阶段方案/ }).last())
      await expect(page.getByRole('heading', { level: 2, name: '指标与满分' })).toBeVisible()
    }
  })
}
