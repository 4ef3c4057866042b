import type { Page } from '@playwright/test'
import { expect, isAccessible, test } from '../kit/kit'

/** Asks that `subject` be given a role that two persons give. */
async function asksToGive(page: Page, role: string, subject: string): Promise<void> {
  await page.goto(`/users?name=${subject}`)
  await page.getByRole('button', { name: subject }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: '修改' }).click()
  await drawer.getByLabel(role).check()
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已提交，须由另一位有权限的管理员确认后生效')).toBeVisible()
}

test('a weighty role is asked for by one person and confirmed by another, who sees that it waits', async ({ person, newcomer }) => {
  const subject = await newcomer('publisher')
  const first = await person('security')
  await asksToGive(first, '系统管理员', subject)

  await first.goto('/approvals?state=waiting')
  const asked = first.getByRole('row').filter({ hasText: subject })
  await asked.getByRole('button').first().click()
  const own = first.getByRole('dialog', { name: '复核事项' })
  await expect(own.getByRole('button', { name: '同意', exact: true })).toHaveAccessibleDescription(/不能复核自己提出的申请/)

  const second = await person('security-2')
  await expect(second.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: /双人复核.*待您复核/ })).toBeVisible()
  await expect(second.getByText(/项操作申请，等待您复核/)).toBeVisible()
  await second.goto('/approvals?state=waiting')
  await second.getByRole('row').filter({ hasText: subject }).getByRole('button').first().click()
  const request = second.getByRole('dialog', { name: '复核事项' })
  await expect(request.locator('.changes')).toContainText('系统管理员')
  await isAccessible(second, 'a request')
  await request.getByRole('button', { name: '同意', exact: true }).click()
  const sure = second.getByRole('dialog', { name: '同意该申请？' })
  await sure.getByRole('button', { name: '同意' }).click()
  await expect(sure).toHaveCount(0)
  await expect(request.locator('.facts').getByText('已同意')).toBeVisible()

  await first.goto(`/users?name=${subject}`)
  await expect(first.getByRole('row').filter({ hasText: subject })).toContainText('系统管理员')
})

test('a request is declined with a reason, another is taken back', async ({ person, newcomer }) => {
  const [declined, withdrawn] = [await newcomer('publisher'), await newcomer('publisher')]
  const first = await person('security')
  await asksToGive(first, '系统管理员', declined)
  await asksToGive(first, '系统管理员', withdrawn)
  const second = await person('security-2')
  await second.goto('/approvals?state=waiting')
  await second.getByRole('row').filter({ hasText: declined }).getByRole('button').first().click()
  const request = second.getByRole('dialog', { name: '复核事项' })
  await request.getByRole('button', { name: '不同意' }).click()
  const why = second.getByRole('dialog', { name: '不同意该申请？' })
  await why.getByLabel('原因').fill('岗位说明不符')
  await why.getByRole('button', { name: '不同意' }).click()
  await expect(request.locator('.facts')).toContainText('岗位说明不符')

  await first.goto('/approvals?state=waiting')
  await first.getByRole('row').filter({ hasText: withdrawn }).getByRole('button').first().click()
  const own = first.getByRole('dialog', { name: '复核事项' })
  await own.getByRole('button', { name: '撤回申请' }).click()
  await first.getByRole('dialog', { name: '撤回该申请？' }).getByRole('button', { name: '撤回申请' }).click()
  await expect(own.locator('.facts').getByText('已撤回')).toBeVisible()
})
