import { expect, test, usual } from '../kit/kit'

test('a browser that is too old is told so, and what to do', async ({ opens }) => {
  const page = await opens()
  await page.addInitScript(() => {
    // @ts-expect-error -- a browser of 2019 does not have it
    delete String.prototype.replaceAll
  })
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { name: '请升级浏览器' })).toBeVisible()
})

test('the console needs nothing that is newer than Chromium 87', async ({ opens }) => {
  const page = await opens()
  await page.addInitScript(() => {
    for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) Reflect.deleteProperty(Array.prototype, name)
    for (const name of ['hasOwn', 'groupBy']) Reflect.deleteProperty(Object, name)
    for (const name of ['withResolvers', 'try']) Reflect.deleteProperty(Promise, name)
    for (const name of ['any', 'timeout']) Reflect.deleteProperty(AbortSignal, name)
    for (const name of ['structuredClone', 'scheduler', 'navigation']) Reflect.deleteProperty(window, name)
    Reflect.deleteProperty(String.prototype, 'at')
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
  })
  await page.goto('/sign-in')
  await page.getByLabel('账号').fill('zone')
  await page.getByLabel('密码').fill(usual().password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '人员管理' }).click()
  await page.getByRole('button', { name: '王芳' }).click()
  await expect(page.getByRole('dialog', { name: '王芳' })).toBeVisible()
})

test('the page loads nothing from anywhere else', async ({ opens }) => {
  const page = await opens()
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto('/sign-in')
  await expect(page.getByLabel('账号')).toBeVisible()
  expect([...hosts]).toEqual([new URL(usual().address).host])
})
