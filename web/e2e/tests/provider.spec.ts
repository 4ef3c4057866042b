import type { Page } from '@playwright/test'
import { expect, isAccessible, test, usual, usesTheForm } from '../kit/kit'

const BY_PROVIDER = '通过政务统一身份认证登录'

/** The person says at the provider who they are. */
async function isKnownThereAs(page: Page, person: string): Promise<void> {
  await page.getByLabel('Person').fill(person)
  await page.getByRole('button', { name: 'In' }).click()
}

test('a person links an identity, signs in by it, and unlinks it', async ({ opens, newcomer }) => {
  const me = await newcomer('publisher')
  const page = await opens()
  await usesTheForm(page, me)
  await expect(page.getByRole('heading', { level: 1, name: '您好' })).toBeVisible()
  await page.goto('/me')
  await page.getByRole('button', { name: '关联政务统一身份认证' }).click()
  await isKnownThereAs(page, me)
  await expect(page).toHaveURL(/\/me$/)
  const linked = page.getByRole('region', { name: '统一认证' })
  await expect(linked.getByRole('row')).toHaveCount(2)
  await isAccessible(page, 'the profile with an identity')

  const elsewhere = await opens()
  await elsewhere.goto('/sign-in?to=%2Fme%2Fsessions')
  await elsewhere.getByRole('button', { name: BY_PROVIDER }).click()
  await isKnownThereAs(elsewhere, me)
  await expect(elsewhere).toHaveURL(/\/me\/sessions$/)

  await page.reload()
  await linked.getByRole('button', { name: '解除关联' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '解除关联' }).click()
  await expect(linked).toHaveCount(0)

  const later = await opens()
  await later.goto('/sign-in')
  await later.getByRole('button', { name: BY_PROVIDER }).click()
  await isKnownThereAs(later, me)
  await expect(later.getByRole('heading', { name: '未能登录' })).toBeVisible()
  await expect(later.getByRole('alert')).toContainText('尚未')
  await isAccessible(later, 'coming back unknown')
  await later.getByRole('link', { name: '去登录' }).click()
  await expect(later).toHaveURL(/\/sign-in$/)
})

test('who cancels at the provider, or comes back by an old address, is told so', async ({ opens }) => {
  const page = await opens()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: BY_PROVIDER }).click()
  await page.getByRole('button', { name: 'No' }).click()
  await expect(page.getByText('统一认证没有返回登录结果')).toBeVisible()
  await page.goto('/sign-in/return?state=jfo_old&code=old')
  await expect(page.getByRole('alert')).toContainText('统一认证未通过')
  // What came back does not stay in the address.
  await expect(page).not.toHaveURL(/\?/)
  expect(usual().address).toBe(new URL(page.url()).origin)
})
