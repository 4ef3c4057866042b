import { expect, test, usesTheForm } from '../kit/kit'

const CODE = '91350100M000100Y43'
const PASSWORD = 'Wq7#tulip-Harbour'

test('an enterprise applies, the zone lets it in, and its person signs in by the link', async ({ opens, person }) => {
  const enterprise = await opens()
  await enterprise.goto('/register')
  await enterprise.getByRole('button', { name: '下一步' }).click()
  await expect(enterprise.getByLabel('企业名称')).toHaveAttribute('aria-invalid', 'true')
  await enterprise.getByLabel('所在高新区').selectOption({ label: '示范高新技术产业开发区' })
  await enterprise.getByLabel('企业名称').fill('云岭生物科技有限公司')
  await enterprise.getByLabel('统一社会信用代码').fill('91350100M000100Y44')
  await enterprise.getByRole('button', { name: '下一步' }).click()
  await enterprise.getByLabel('联系人和电话').fill('张三 13800000000')
  await enterprise.getByLabel('希望使用的账号').fill('yunling')
  await enterprise.getByRole('button', { name: '下一步' }).click()
  await expect(enterprise.getByText('云岭生物科技有限公司')).toBeVisible()
  await enterprise.getByRole('button', { name: '提交申请' }).click()

  // The refusal leads back to the field it is about; what was filled in is still there.
  const code = enterprise.getByLabel('统一社会信用代码')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(code).toHaveAccessibleDescription(/91350100M000100Y43/)
  await code.fill(CODE)
  await enterprise.getByRole('button', { name: '下一步' }).click()
  await expect(enterprise.getByLabel('希望使用的账号')).toHaveValue('yunling')
  await enterprise.getByRole('button', { name: '下一步' }).click()
  await enterprise.getByRole('button', { name: '提交申请' }).click()
  await expect(enterprise.getByRole('heading', { name: '申请已提交' })).toBeVisible()

  const zone = await person('zone')
  await expect(zone.getByText('1 家企业申请入驻，等待审核')).toBeVisible()
  await zone.getByRole('link', { name: '去审核' }).click()
  await zone.getByRole('button', { name: '云岭生物科技有限公司' }).click()
  await zone.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await zone.getByRole('dialog', { name: /同意/ }).getByRole('button', { name: '通过', exact: true }).click()
  const link = await zone.getByLabel('一次性链接').inputValue()

  await enterprise.goto(link)
  await enterprise.getByLabel('新密码', { exact: true }).fill('short')
  await enterprise.getByLabel('再次输入新密码').fill('other')
  await enterprise.getByRole('button', { name: '设置密码' }).click()
  await expect(enterprise.getByText('两次输入的密码不一致')).toBeVisible()
  await enterprise.getByLabel('再次输入新密码').fill('short')
  await enterprise.getByRole('button', { name: '设置密码' }).click()
  await expect(enterprise.getByLabel('新密码', { exact: true })).toHaveAccessibleDescription(/长度应为/)
  await enterprise.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await enterprise.getByLabel('再次输入新密码').fill(PASSWORD)
  await enterprise.getByRole('button', { name: '设置密码' }).click()
  await enterprise.getByRole('button', { name: '去登录' }).click()
  await usesTheForm(enterprise, 'yunling', PASSWORD)
  await expect(enterprise.getByText('云岭生物科技有限公司')).toBeVisible()

  // The link works once.
  await enterprise.goto('about:blank')
  await enterprise.goto(link)
  await enterprise.getByLabel('新密码', { exact: true }).fill(`${PASSWORD}2`)
  await enterprise.getByLabel('再次输入新密码').fill(`${PASSWORD}2`)
  await enterprise.getByRole('button', { name: '设置密码' }).click()
  await expect(enterprise.getByRole('alert')).toContainText('链接无效、已使用或已过期')
})
