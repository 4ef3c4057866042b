import { codeOf, stepNow } from '../kit/codes'
import { expect, isAccessible, strict, test, usesTheForm } from '../kit/kit'

test('an officer sets one-time codes up because they must, and signs in with them', async ({ opens }) => {
  const page = await opens({ baseURL: strict().address })
  await usesTheForm(page, 'zone', strict().password)
  await expect(page.getByRole('heading', { name: '请先启用动态码' })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)

  await page.getByRole('button', { name: '开始设置' }).click()
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible()
  await isAccessible(page, 'scanning')
  const secret = (await page.getByTestId('secret').textContent()) ?? ''
  await page.getByRole('button', { name: '已添加，下一步' }).click()

  const code = page.getByLabel('验证器显示的 6 位动态码')
  await code.fill('000000')
  await page.getByRole('button', { name: '确认并启用' }).click()
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('动态码不正确')).toBeVisible()
  const used = stepNow()
  await code.fill(codeOf(secret, used))
  await page.getByRole('button', { name: '确认并启用' }).click()

  const codes = (await page.getByLabel('恢复码', { exact: true }).inputValue()).split('\n')
  expect(codes).toHaveLength(10)
  await expect(page.getByRole('button', { name: '完成' })).toBeDisabled()
  await page.getByLabel('我已妥善保存恢复码').check()
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('heading', { name: '王芳，您好' })).toBeVisible()

  // Signing in asks for a code now, and takes none twice.
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByText('您已退出登录')).toBeVisible()
  await usesTheForm(page, 'zone', strict().password)
  const field = page.getByLabel('动态码或恢复码')
  await field.fill(codeOf(secret, used))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('不正确')
  await field.fill(codeOf(secret, used + 1))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '王芳，您好' })).toBeVisible()

  // Without the telephone, a recovery code does.
  await page.getByRole('button', { name: '退出登录' }).click()
  await usesTheForm(page, 'zone', strict().password)
  await field.fill(codes[0] ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '王芳，您好' })).toBeVisible()
  await page.goto('/me')
  await expect(page.getByText('剩余恢复码').locator('..')).toContainText('9')
})

test('an enterprise may go on without one-time codes', async ({ opens }) => {
  const page = await opens({ baseURL: strict().address })
  await usesTheForm(page, 'enterprise', strict().password)
  await expect(page.getByRole('heading', { name: '郑洁，您好' })).toBeVisible()
})
