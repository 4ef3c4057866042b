import type { Page } from '@playwright/test'
import { expect, follows, isSettled, test } from '../kit/kit'

/** Takes one step of a loan, filling in what its dialog asks for. */
async function step(page: Page, name: string, values: Record<string, string> = {}, choices: Record<string, string> = {}) {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  for (const [label, value] of Object.entries(values)) await dialog.getByLabel(label, { exact: true }).fill(value)
  for (const [label, option] of Object.entries(choices)) await dialog.getByLabel(label, { exact: true }).selectOption({ label: option })
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

test('an enterprise applies, two persons of its bank approve, money is drawn, and the zone reads what came of it', async ({ person }) => {
  test.setTimeout(240_000)
  const enterprise = await person('enterprise')
  await enterprise.goto('/my-offers')
  await isSettled(enterprise)
  await enterprise.getByRole('button', { name: /^申请示范积分贷/ }).click()
  const apply = enterprise.getByRole('dialog', { name: /^申请示范积分贷/ })
  await apply.getByLabel('金额（元）').fill('1,000,000')
  await apply.getByLabel('借款用途').fill('购置研发设备')
  await apply.getByRole('button', { name: '申请', exact: true }).click()
  await enterprise.waitForURL(/\/loans\/.+/)
  await expect(enterprise.locator('.facts').getByText('待受理')).toBeVisible()
  const loan = new URL(enterprise.url()).pathname

  const zone = await person('zone')
  await zone.goto(loan)
  await step(zone, '推荐', { 推荐理由: '园区高积分企业，建议优先支持' })
  await expect(zone.getByRole('region', { name: '园区支持' }).last()).toContainText('建议优先支持')

  const bank = await person('bank')
  await bank.goto('/loans?state=submitted')
  await follows(bank, bank.getByRole('main').getByRole('link', { name: '星火智能装备有限公司' }))
  await step(bank, '受理')
  await step(bank, '提出批准意见', { '批准金额（元）': '800000', '批准年利率（%）': '3.65', 批准有效期至: await soon(bank) })
  await bank.goto(loan)
  await bank.getByRole('main').getByRole('button', { name: '复核批准', exact: true }).click()
  const own = bank.getByRole('dialog', { name: '复核批准' })
  await own.getByRole('button', { name: '复核批准', exact: true }).click()
  await expect(own.getByRole('alert')).toContainText('提出人以外的人')

  const second = await person('bank-2')
  await second.goto(loan)
  await step(second, '复核批准')
  await step(second, '登记签约', { 合同编号: 'HT-2026-001' })
  await step(second, '登记放款', { '金额（元）': '500000' })
  await expect(second.locator('.facts').getByText('在贷')).toBeVisible()

  await zone.goto(loan)
  await zone.getByRole('main').getByRole('button', { name: '风险补偿备案' }).click()
  const filing = zone.getByRole('dialog', { name: '风险补偿备案' })
  await filing.getByLabel('资金', { exact: true }).selectOption({ label: '科技企业风险补偿资金池（示例）' })
  await filing.getByLabel('分担比例（%）').fill('35')
  await filing.getByRole('button', { name: '风险补偿备案' }).click()
  await expect(zone.getByRole('region', { name: '园区支持' }).last()).toContainText('35')

  await enterprise.goto(loan)
  await step(enterprise, '评价服务', { 评语: '三天放款' }, { 评分: '5 分' })
  await expect(enterprise.getByRole('heading', { name: '服务评价' })).toBeVisible()
  await expect(enterprise.getByRole('region', { name: '办理记录' }).getByRole('row').filter({ hasText: '放款' })).toContainText('500,000')
  await zone.goto('/loan-figures')
  await expect(zone.getByRole('region', { name: '分产品' }).last().getByRole('row').filter({ hasText: '示范积分贷' })).toBeVisible()
})

test('one officer enters money of a fund, another books it', async ({ person }) => {
  const zone = await person('zone')
  await zone.goto('/funds')
  await zone.getByRole('button', { name: '向“科技贷款贴息资金（示例）”登记注入' }).click()
  const dialog = zone.getByRole('dialog')
  await dialog.getByLabel('金额（元）').fill('1,000.50')
  await dialog.getByLabel('凭证号').fill('ZR-1')
  await dialog.getByRole('button', { name: '登记注入' }).click()
  await expect(dialog).toHaveCount(0)
  await zone.goto('/fund-entries?state=waiting')
  const own = zone.getByRole('region', { name: '资金台账' }).getByRole('row').filter({ hasText: 'ZR-1' })
  await expect(own.getByRole('button', { name: '复核入账' })).toHaveAttribute('aria-disabled', 'true')
  const second = await person('policy')
  await second.goto('/fund-entries?state=waiting')
  const entry = second.getByRole('region', { name: '资金台账' }).getByRole('row').filter({ hasText: 'ZR-1' })
  await entry.getByRole('button', { name: '复核入账' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '复核入账' }).click()
  await expect(entry).toHaveCount(0)
  await zone.goto('/funds')
  await expect(zone.locator('.card').filter({ hasText: '科技贷款贴息资金' })).toContainText('5,001,000.5')
})

/** A month from today. */
function soon(page: Page): Promise<string> {
  return page.evaluate(() => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
}

test('an officer tries a loan product on a published year', async ({ person }) => {
  const page = await person('policy')
  await page.goto('/offers')
  await follows(page, page.getByRole('link', { name: '产品试算' }))
  await page.getByLabel('底稿').selectOption({ label: '示范积分贷（示例）' })
  const text = page.getByRole('textbox', { name: '产品规则' })
  await expect(text).toHaveValue(/code: demonstration-points-loan/)
  const rule = await text.inputValue()
  await text.fill(`${rule}oops: 1\n`)
  await page.getByRole('button', { name: '试算' }).click()
  await expect(page.getByRole('heading', { name: '规则有误' })).toBeVisible()
  await text.fill(rule)
  await page.getByRole('button', { name: '试算' }).click()
  await expect(page.getByRole('heading', { name: '试算结果' })).toBeVisible()
  await expect(page.getByText('0 家额度提高，0 家额度降低')).toBeVisible()
  await expect(page.getByRole('heading', { name: '额度由什么决定' })).toBeVisible()
})
