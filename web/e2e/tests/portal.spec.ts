import { expect, fitsTheWindow, isAccessible, isSettled, test, usual } from '../kit/kit'
import { sends } from '../kit/year'

test('anybody reads what the zone shows, without script, in both languages and on a telephone', async ({ browser }) => {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    const context = await browser.newContext({ baseURL: usual().address, viewport, javaScriptEnabled: false, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto('/public')
    await expect(page.getByRole('heading', { level: 1, name: '公众门户' })).toBeVisible()
    await page.getByRole('link', { name: /年度/ }).first().click()
    await expect(page.getByText(/家同意公开的企业/)).toBeVisible()
    const rows = await page.getByRole('row').count()
    expect(rows).toBeGreaterThan(10)
    await page.getByLabel('发展阶段').selectOption({ label: '初创期' })
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page).toHaveURL(/stage=startup/)
    expect(await page.getByRole('row').count()).toBeLessThan(rows)
    await expect(page.getByRole('cell', { name: '成熟期' })).toHaveCount(0)
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('columnheader', { name: 'Place in stage' })).toBeVisible()
    await expect(page).toHaveURL(/stage=startup/)
    await page.getByRole('link', { name: 'How points are computed' }).click()
    await expect(page.getByText('Illustrative, not official weights')).toBeVisible()
    await context.close()
  }
})

test('public pages are accessible and fit', async ({ opens }) => {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    const page = await opens({ viewport })
    await page.goto('/public')
    const list = (await page.getByRole('link', { name: /年度/ }).first().getAttribute('href')) ?? ''
    const notice = (await page.locator('a[href*="/public/awards/"]').first().getAttribute('href')) ?? ''
    for (const path of ['/public', list, list.replace('?', '/rules?'), '/public/verify?code=none', notice, '/public/policies', '/public/policies/rd-investment', '/public/products', '/public/products/citic-gazelle']) {
      await page.goto(path)
      await isAccessible(page, path)
      await fitsTheWindow(page, path)
    }
  }
})

test('an enterprise decides about its name, a zone about the list, and a code is verified by anybody', async ({ person, opens }) => {
  const page = await person('enterprise')
  await page.goto('/my-points')
  await expect(page).toHaveURL(/\/my-points\/./)
  await isSettled(page)
  const listing = page.getByRole('button', { name: /^(同意公开|不再公开)$/ })
  const before = await listing.textContent()
  await listing.click()
  await expect(listing).not.toHaveText(before ?? '')
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0)
  await listing.click()
  await expect(listing).toHaveText(before ?? '')

  const zone = await person('zone')
  const runs = await sends<{ items: { id: string; receipt_code: string }[] }>(zone, 'GET', '/api/v1/runs/published?sort=-created_at')
  const run = runs.items[0]
  await zone.goto(`/runs/${run?.id}`)
  await isSettled(zone)
  await zone.getByRole('button', { name: '设定公开方式' }).click()
  const dialog = zone.getByRole('dialog', { name: '设定公开方式' })
  await dialog.getByLabel('每阶段列出').fill('20')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(zone.getByText('前 20 名')).toBeVisible()
  await zone.getByRole('link', { name: '已公开，查看公开页面' }).click()
  await expect(zone.getByText('各阶段前 20 名')).toBeVisible()

  const anybody = await opens()
  await anybody.goto('/public')
  await anybody.getByLabel('核验码').fill(run?.receipt_code.toUpperCase() ?? '')
  await anybody.getByRole('button', { name: '核验' }).click()
  await expect(anybody.getByText('核验通过')).toBeVisible()
})
