import { expect, follows, fitsTheWindow, isAccessible, isSettled, test } from '../kit/kit'

test('a tour leads an officer from place to place and ends', async ({ person }) => {
  const page = await person('reviewer')
  await page.goto('/help')
  await isSettled(page)
  await page.getByRole('button', { name: '开始导览' }).click()
  await expect(page).toHaveURL('/reviews')
  const bar = page.getByRole('region', { name: '五分钟导览' })
  await expect(bar).toContainText('1/5 填报审核')
  await isAccessible(page, 'a tour')
  await bar.getByRole('button', { name: '下一站' }).click()
  await expect(page).toHaveURL('/conflicts')
  await expect(bar).toContainText('2/5 数据冲突')
  await page.setViewportSize({ width: 390, height: 844 })
  await fitsTheWindow(page, 'a tour')
  for (const at of ['3/5', '4/5', '5/5']) {
    await bar.getByRole('button', { name: '下一站' }).click()
    await expect(bar).toContainText(at)
  }
  await bar.getByRole('button', { name: '完成' }).click()
  await expect(bar).toHaveCount(0)
})

test('help has stories, terms and every item of the dictionary', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/help')
  await isSettled(page)
  await expect(page.getByText('瞪羚：两年增至五倍')).toBeVisible()
  await page.getByRole('textbox', { name: '查找' }).fill('研发费用')
  await expect(page.getByRole('rowheader', { name: '研发费用', exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: '查找' }).fill('没有这一项')
  await expect(page.getByText('没有找到')).toBeVisible()
  await isAccessible(page, 'help')
  // The gazelle is the enterprise with a person of its own, and called as theirs.
  await follows(page, page.getByRole('link', { name: '查看企业 星火智能装备有限公司' }))
  await isSettled(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('星火智能装备有限公司')
})

test('an enterprise and a bank find a tour of their own', async ({ person }) => {
  for (const [login, first] of [
    ['enterprise', '企业填报'],
    ['bank', '信贷产品'],
  ] as const) {
    const page = await person(login)
    await page.goto('/help')
    await isSettled(page)
    await expect(page.getByRole('list', { name: '导览路线' }).getByRole('link').first()).toHaveText(first)
    await expect(page.getByRole('heading', { name: '演示企业的故事' })).toHaveCount(0)
  }
})
