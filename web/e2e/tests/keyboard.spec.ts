import { expect, isSettled, test, usual } from '../kit/kit'

test('signing in, going to a page and leaving need no mouse', async ({ opens }) => {
  const page = await opens()
  const keys = page.keyboard
  await page.goto('/sign-in')
  await expect(page.getByLabel('账号')).toBeFocused()
  await keys.type('zone')
  await keys.press('Tab')
  await expect(page.getByLabel('密码')).toBeFocused()
  await keys.type(usual().password)
  await keys.press('Enter')
  await expect(page.getByRole('heading', { name: '王芳，您好' })).toBeVisible()

  // The first stop leads past the menu.
  await page.goto('/')
  await expect(page.getByRole('heading', { name: '王芳，您好' })).toBeVisible()
  await isSettled(page)
  await keys.press('Tab')
  await expect(page.getByRole('link', { name: '跳到主要内容' })).toBeFocused()
  await keys.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await keys.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()

  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '人员管理' }).focus()
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '人员管理' })).toBeFocused()
})

test('an organisation is found and chosen by keyboard, and the focus can be seen', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/users')
  const field = page.getByRole('combobox', { name: '单位' })
  await field.focus()
  await page.keyboard.type('科技创新')
  await expect(page.getByRole('option', { name: /科技创新局/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('科技创新局')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/organisation_id=/)
  await expect(page.getByRole('rowheader')).toHaveCount(2)
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle !== 'none' && outlineWidth !== '0px' ? true : boxShadow !== 'none'
  })
  expect(seen).toBe(true)
})

test('what an earlier text found cannot be chosen for a later one', async ({ person }) => {
  const page = await person('zone')
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const path = new RegExp(`organisations\\?.*name=${encodeURIComponent('科技创新')}(&|$)`)
  const asked = page.waitForRequest(path)
  await page.route(path, async (route) => {
    await answered
    await route.continue()
  })
  await page.goto('/users')
  const field = page.getByRole('combobox', { name: '单位' })
  await field.focus()
  await expect(page.getByRole('listbox', { name: '单位' }).getByRole('option', { name: /星火智能装备有限公司/ })).toBeVisible()
  await field.fill('科技创新')
  await asked
  await expect(page.getByRole('listbox', { name: '单位' })).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(field).toHaveValue('科技创新')
  answer()
  await expect(page.getByRole('option', { name: /科技创新局/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('科技创新局')
})
