import { expect } from '@playwright/test'
import { calls, evaluation } from '../kit/data'
import { fitsTheWindow, isAccessible, isSettled, test } from '../kit/kit'

test('an officer gives a group of enterprises a last day of its own', async ({ person }, { parallelIndex }) => {
  const page = await person('zone')
  const { id, firms } = await evaluation(page, parallelIndex, 2)
  const seen = await page.request.get(`/api/v1/enterprises/${firms[0]?.id ?? ''}`)
  await calls(page, 'POST', `/api/v1/enterprises/${firms[0]?.id ?? ''}/labels`, { label: '专精特新中小企业', valid_from: '2024-01-01' }, { 'if-match': seen.headers().etag ?? '' })

  await page.goto(`/batches/${id}`)
  await page.getByRole('link', { name: '分组截止日期' }).click()
  await expect(page.getByText('没有分组')).toBeVisible()
  await isAccessible(page, 'a batch without groups')
  await page.getByRole('button', { name: '添加分组' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('分组名称').fill('专精特新企业')
  await drawer.getByLabel('企业填报截止日期').fill('2099-10-20')
  await drawer.getByRole('button', { name: '保存' }).click()
  await expect(drawer.getByText('至少指定园区、行业、领域或资质中的一项')).toBeVisible()
  await drawer.getByLabel('资质称号').fill('专精特新中小企业')
  await isAccessible(page, 'a group')
  await drawer.getByRole('button', { name: '保存' }).click()
  const row = page.getByRole('row').filter({ hasText: '专精特新企业' })
  await expect(row).toContainText('持有“专精特新中小企业”')
  await expect(row).toContainText('2099-10-20')
  await isAccessible(page, 'the groups of a batch')

  await row.getByRole('link', { name: '1' }).click()
  await expect(page.getByRole('row').filter({ hasText: firms[0]?.name ?? '' })).toContainText('2099-10-20')
  await expect(page.getByText(firms[1]?.name ?? '')).toBeHidden()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/batches/${id}/groups`)
  await isSettled(page)
  await fitsTheWindow(page, 'groups on a telephone')
  await page.getByRole('button', { name: '删除分组“专精特新企业”' }).click()
  await isAccessible(page, 'before a group is removed')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('没有分组')).toBeVisible()
})
