import type { Page } from '@playwright/test'
import { expect, isSettled, test } from '../kit/kit'

/** Begins something as the drawer offers it. */
async function begins(page: Page, choices: Record<string, string>) {
  await page.goto('/rule-drafts')
  await isSettled(page)
  await page.getByRole('button', { name: '开始编制' }).click()
  const drawer = page.getByRole('dialog', { name: '开始编制' })
  for (const [label, option] of Object.entries(choices)) await drawer.getByLabel(label, { exact: true }).selectOption({ label: option })
  await drawer.getByRole('button', { name: '开始编制' }).click()
  await expect(page).toHaveURL(/\/rule-drafts\/./)
  await isSettled(page)
}

/** Changes the text. */
async function changes(page: Page, change: (text: string) => string) {
  await page.getByRole('link', { name: '文本', exact: true }).click()
  const text = page.getByLabel('规则文件', { exact: true })
  await text.fill(change(await text.inputValue()))
}

async function confirms(page: Page, button: string, title: string) {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

test('a bank writes a product, a colleague publishes it, and an enterprise finds it on the shelf', async ({ person }) => {
  test.setTimeout(120_000)
  const bank = await person('bank')
  await begins(bank, { 方式: '复制为新规则', 底稿: '瞪羚贷（示例） · 2025.1' })
  const mark = `${Date.now()}`
  const name = `研发设备贷${mark}（示例）`
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const own = (text: string) => text.replace(/^code: .*$/m, `code: equipment-${mark}`).replace(/^name: .*$/m, `name: {zh: "${name}", en: "Equipment loan ${mark}"}`).replace(/^in_force: .*$/m, `in_force: {from: ${today}, until: 2027-12-31}`)

  // A mistake is named with its line, and nothing goes on with it.
  await changes(bank, (text) => own(text).replace(/^security: .*$/m, 'security: nothing'))
  await expect(bank.getByText('1 处需要修改')).toBeVisible()
  await changes(bank, (text) => text.replace(/^security: .*$/m, 'security: credit').replace(/^bank: .*$/m, 'bank: 别的银行'))
  await expect(bank.getByRole('alert').getByText(/银行名称应为/)).toBeVisible()
  await changes(bank, (text) => text.replace(/^bank: .*$/m, 'bank: 示范银行科技支行'))
  await expect(bank.getByRole('alert')).toHaveCount(0)
  await expect(bank.getByText('检查通过')).toBeVisible()
  await expect(bank.getByRole('button', { name: '提交审核' })).toHaveAccessibleDescription(/请先保存修改/)
  await bank.getByRole('button', { name: '保存', exact: true }).click()
  await expect(bank.getByText('已全部保存').first()).toBeVisible()
  await bank.getByRole('link', { name: '预览', exact: true }).click()
  await expect(bank.getByRole('main')).toContainText('示范银行科技支行')
  await confirms(bank, '提交审核', '提交审核')
  await expect(bank.getByRole('button', { name: '发布', exact: true })).toHaveAccessibleDescription(/不同的人/)

  const second = await person('bank-2')
  await second.goto(new URL(bank.url()).pathname)
  await isSettled(second)
  await confirms(second, '发布', '审核发布')
  await expect(second.getByText('已发布').first()).toBeVisible()

  const enterprise = await person('enterprise')
  await enterprise.goto(`/products/equipment-${mark}`)
  await expect(enterprise.getByRole('heading', { name })).toBeVisible()
  await expect(enterprise.locator('.facts')).toContainText('示范银行科技支行')
})

test('a policy officer writes the next version of a policy, sees what differs and tries it', async ({ person }) => {
  const page = await person('policy')
  await begins(page, { 底稿: '初创企业场地租金减免（示例） · 2025.1' })
  // The form changes the text, and only where it was changed.
  await page.getByLabel('上限', { exact: true }).fill('40万元')
  await page.getByRole('listitem').filter({ has: page.getByLabel('条件', { exact: true }) }).nth(2).getByLabel('界限').fill('')
  await expect(page.getByText(/处需要修改/)).toBeVisible()
  await page.getByRole('listitem').filter({ has: page.getByLabel('条件', { exact: true }) }).nth(2).getByLabel('界限').fill('5年')
  await expect(page.getByText('检查通过')).toBeVisible()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已全部保存').first()).toBeVisible()
  await page.getByRole('link', { name: '文本', exact: true }).click()
  await expect(page.getByLabel('规则文件', { exact: true })).toHaveValue(/value: 满年数\(成立日期\), at_most: 5年\}/)
  await page.getByRole('link', { name: '差异', exact: true }).click()
  const shown = page.locator('.text-changes')
  await expect(shown).toContainText('-       cap: 30万元')
  await expect(shown).toContainText('+       cap: 40万元')
  await page.getByRole('link', { name: '试算', exact: true }).click()
  await expect(page.getByLabel('政策规则')).toHaveValue(/cap: 40万元/)
})
