import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { asksForProof, expect, follows, isAccessible, isSettled, test, usual } from '../kit/kit'
import { printed } from '../kit/printed'
import { sends } from '../kit/year'

interface Points {
  name: string
  sums: { total: string }
  gains: { item: { code: string; name: { zh: string } }; typed: string; on_total: string }[]
  indicators: { code: string; name: { zh: string }; points: string; full: string; rule: { zh: string } }[]
}

interface Row {
  participant_id: string
  name: string
  credit_code: string
  total: string
  rank: number
}

const told = (page: Page, id: string) => sends<Points>(page, 'GET', `/api/v1/participants/${id}/points`)

async function listed(page: Page, query = ''): Promise<{ run: string; items: Row[]; total: number }> {
  const runs = await sends<{ items: { id: string; created_at: string }[] }>(page, 'GET', '/api/v1/runs/published?sort=-created_at')
  const run = runs.items[0]?.id ?? ''
  return { run, ...(await sends<{ items: Row[]; total: number }>(page, 'GET', `/api/v1/runs/${run}/points?${query}`)) }
}

const total = (page: Page) => page.locator('.headline-large dd')

test('an officer finds an enterprise, sees why it has its points, and the numbers are those of the API', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/points')
  await isSettled(page)
  const { items } = await listed(page, 'limit=20')
  const one = items[2] as Row
  await expect(page.getByRole('rowheader')).toHaveText(items.map(({ name }) => name))
  await page.getByRole('search').getByLabel('名称、信用代码或拼音首字母').fill(one.credit_code)
  await page.getByRole('search').getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('rowheader')).toHaveText([one.name])
  await follows(page, page.getByRole('link', { name: one.name }))
  const points = await told(page, one.participant_id)
  await expect(total(page)).toContainText(points.sums.total)
  // Every indicator opens to its rule, and to the source of its data.
  await page.getByRole('button', { name: '全部展开' }).click()
  for (const { rule, points: had, full } of points.indicators) {
    await expect(page.getByText(rule.zh).first()).toBeVisible()
    await expect(page.locator('.why-score').filter({ hasText: `${had} / ${full}` }).first()).toBeVisible()
  }
  await expect(page.getByRole('img', { name: /赋分曲线/ }).first()).toBeVisible()
  await page.getByText('查看数据来源').first().click()
  await expect(page.locator('.why-sources').first()).toContainText(/录入/)
})

test('an officer narrows the list, and takes exactly that away', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/points')
  await isSettled(page)
  const search = page.getByRole('search')
  await search.getByLabel('发展阶段').selectOption({ label: '成长期' })
  await search.getByLabel('积分不低于').fill('50')
  await search.getByRole('button', { name: '查询' }).click()
  await expect(page).toHaveURL(/stage=growing/)
  const { total: count } = await listed(page, 'stage=growing&from=50')
  expect(count).toBeGreaterThan(0)
  await expect(page.getByRole('status').filter({ hasText: `共 ${count} 条` })).toBeVisible()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const lines = (await readFile(await (await coming).path(), 'utf8')).trim().split(/\r?\n/)
  expect(lines).toHaveLength(count + 1)
  await search.getByLabel('积分不低于').fill('许多')
  await search.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('alert')).toContainText('积分下限应为数字')
})

test('a search is kept under a name and comes back with one click', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/points?grade=A')
  await isSettled(page)
  const name = `A级企业 ${Date.now()}`
  await page.getByRole('button', { name: '保存当前筛选' }).click()
  await page.getByRole('dialog').getByLabel('名称').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  // Going on before it is kept would break the request off.
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await page.goto('/points')
  await isSettled(page)
  await follows(page, page.getByRole('link', { name, exact: true }))
  await expect(page).toHaveURL(/grade=A/)
  const { total: many } = await listed(page, 'grade=A')
  expect(many).toBeGreaterThan(0)
})

test('who takes the list away proves again to be there, and then has it', async ({ person }) => {
  const page = await person('zone')
  await asksForProof(page, /\/points\/export\?/, { reading: true })
  await page.goto('/points')
  await isSettled(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const proof = page.getByRole('dialog', { name: '确认身份' })
  await proof.getByLabel('密码').fill(usual().password)
  await proof.getByRole('button', { name: '确定' }).click()
  await expect(proof).toHaveCount(0)
  expect(await readFile(await (await coming).path(), 'utf8')).toContain('统一社会信用代码')
})

test('a pasted list of codes is answered code by code', async ({ person }) => {
  const page = await person('policy')
  const { items } = await listed(page, 'limit=2')
  await page.goto('/points')
  await isSettled(page)
  await page.getByRole('link', { name: '批量查询' }).click()
  // The list that is left has a button of the same name.
  await expect(page.getByRole('textbox', { name: /统一社会信用代码/ })).toBeVisible()
  const button = page.getByRole('main').getByRole('button', { name: '查询' })
  await button.click()
  await expect(page.getByText('请粘贴统一社会信用代码')).toBeVisible()
  await page.getByLabel('统一社会信用代码').fill(`${items.map(({ credit_code }) => credit_code.toLowerCase()).join('，')}\n91000000MA00000158`)
  await expect(page.getByText('已识别 3 个代码')).toBeVisible()
  await button.click()
  await expect(page.getByRole('heading', { name: '查到 2 家' })).toBeVisible()
  for (const { name } of items) await expect(page.getByRole('link', { name })).toBeVisible()
  await expect(page.getByRole('region', { name: '未查到 1 个代码' })).toContainText('代码有误')
})

test('an enterprise reads its own points from its home page, and what a change would gain', async ({ person }) => {
  const page = await person('enterprise')
  await page.goto('/')
  await follows(page, page.getByRole('link', { name: '查看得分依据和提升建议' }))
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const points = await told(page, id)
  await expect(total(page)).toContainText(points.sums.total)
  const best = points.gains[0] as Points['gains'][number]
  await follows(page, page.getByRole('link', { name: /^试算“/ }).first())
  const result = page.locator('.trial-total')
  await expect(result).toContainText(`+${best.on_total}`)
  // The link that was followed holds the trial, and the field what is tried.
  await expect(page).toHaveURL(new RegExp(`${best.item.code}=${best.typed.replace('.', '\\.')}`))
  const shared = page.url()
  await page.getByRole('button', { name: '恢复原值', exact: true }).first().click()
  await expect(page.getByText('得分没有变化。')).toBeVisible()
  await expect(page).not.toHaveURL(/\?/)
  await page.goto(shared)
  await expect(result).toContainText(`+${best.on_total}`)
})

test('a trial is answered by the server: the last value counts, and nonsense says where and why', async ({ person }) => {
  const page = await person('enterprise')
  const own = await sends<{ items: { id: string }[] }>(page, 'GET', '/api/v1/participants?limit=1')
  const years = await sends<{ participant_id: string }[]>(page, 'GET', `/api/v1/participants/${own.items[0]?.id}/history`)
  const id = years[0]?.participant_id ?? ''
  await page.goto(`/my-points/${id}/what-if`)
  await isSettled(page)
  const field = page.getByLabel('研发费用（万元）', { exact: true })
  // Typed letter by letter: each is another question, and the last answer stays.
  await field.fill('')
  await field.pressSequentially('5000', { delay: 60 })
  const asked = await sends<{ after: { sums: { total: string } } }>(page, 'POST', `/api/v1/participants/${id}/what-if`, { values: { rd_expense: '5000' } })
  await expect(page.locator('.trial-total strong')).toHaveText(asked.after.sums.total)
  await field.fill('许多')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(/不是这一项的值/)
  await page.getByRole('button', { name: '恢复原值', exact: true }).first().click()
  await expect(field).toHaveAttribute('aria-invalid', 'false')
  // The slider moves the same value by keyboard.
  const before = await field.inputValue()
  await page.getByRole('slider', { name: '拖动调整“研发费用”' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(field).not.toHaveValue(before)
  await expect(page.getByRole('button', { name: '恢复“研发费用”的原值' })).toBeVisible()
})

test('a portrait stands an enterprise beside its stage and prints on A4', async ({ person }) => {
  const page = await person('zone')
  const { items } = await listed(page, 'limit=30')
  const one = items[10] as Row
  await page.goto(`/points/${one.participant_id}/portrait`)
  await isSettled(page)
  await expect(page.getByRole('heading', { level: 1, name: `企业画像 · ${one.name}` })).toBeVisible()
  await expect(total(page)).toContainText(one.total)
  await expect(page.getByRole('img', { name: /各一级指标得分率/ })).toBeVisible()
  // The table says what the API says.
  const peers = await sends<{ pillars: { points: string; spread: { median: string } }[] }>(page, 'GET', `/api/v1/participants/${one.participant_id}/peers`)
  await page.locator('.portrait-radar summary').click()
  const rows = page.locator('.portrait-radar').getByRole('row')
  for (const [index, { points, spread }] of peers.pillars.entries()) {
    await expect(rows.nth(index + 1)).toContainText(points)
    await expect(rows.nth(index + 1)).toContainText(spread.median)
  }
  for (const name of ['优势指标', '短板指标', '数据情况', '可比企业', '核验']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const text = pdf.toString('latin1')
  const pages = [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
  expect(pages).toBeGreaterThanOrEqual(2)
  expect(pages).toBeLessThanOrEqual(4)
  // A4 in points, upright.
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  expect(boxes.length).toBeGreaterThan(0)
  for (const [, width, height] of boxes) expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  // What stands on paper is what the page says: who, how many points, every pillar, and the code to check it by.
  const said = printed(pdf)
  for (const words of [one.name, one.credit_code, one.total, ...peers.pillars.map(({ points }) => points), '优势指标', '短板指标', '可比企业', '核验']) expect(said ?? words).toContain(words)
  // What belongs to the screen is not printed, and on paper, narrow as it is, tables stay tables.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 700, height: 1000 })
  await expect(page.getByRole('table', { includeHidden: true }).first()).toBeAttached()
  await expect(page.locator('.rows')).toHaveCount(0)
  for (const gone of ['.bar', '.side', '.trail', '.page-head .actions']) await expect(page.locator(gone).first()).toBeHidden()
})

test('portraits are taken away as workbooks, one and those of a list', async ({ person }) => {
  const page = await person('zone')
  const { items } = await listed(page, 'limit=1')
  const one = items[0] as Row
  await page.goto(`/points/${one.participant_id}/portrait`)
  await isSettled(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect((await saved).suggestedFilename()).toMatch(new RegExp(`^企业画像-${one.credit_code}-\\d{4}\\.xlsx$`))

  await page.goto(`/points?search=${one.credit_code}`)
  await isSettled(page)
  await page.getByRole('button', { name: '批量画像' }).click()
  const drawer = page.getByRole('dialog', { name: '批量画像' })
  await expect(drawer.getByText('已生成 1 家企业的画像')).toBeVisible({ timeout: 60_000 })
  await isAccessible(page, 'portraits of a list')
  const zip = page.waitForEvent('download')
  await drawer.getByRole('button', { name: '下载' }).click()
  expect((await readFile(await (await zip).path())).subarray(0, 2).toString()).toBe('PK')

  await page.goto('/points?search=nobody-is-called-so')
  await isSettled(page)
  await page.getByRole('button', { name: '批量画像' }).click()
  await expect(page.getByText('没有符合条件的企业')).toBeVisible()
})

test('an enterprise sees no names of others in its portrait', async ({ person }) => {
  const page = await person('enterprise')
  await page.goto('/my-points')
  await follows(page, page.getByRole('link', { name: '企业画像' }))
  await expect(page.getByRole('heading', { level: 2, name: '短板指标' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '可比企业' })).toHaveCount(0)
})

test('the centre says what it reads an enterprise’s ladder for, and the auditor finds it', async ({ person }) => {
  const page = await person('centre')
  const { items } = await listed(page, 'limit=1')
  const found = await sends<{ items: { id: string }[] }>(page, 'GET', `/api/v1/enterprises?search=${items[0]?.credit_code ?? ''}`)
  const id = found.items[0]?.id ?? ''
  await page.goto(`/library/enterprises/${id}`)
  await page.getByRole('textbox', { name: /^用途/ }).fill('培育督导')
  await page.getByRole('main').getByRole('button', { name: '查看' }).click()
  await expect(page.locator('.ladder-branches')).toBeVisible({ timeout: 60_000 })
  const auditor = await person('auditor')
  const log = await sends<{ items: { purpose?: string; detail: { operation?: string } }[] }>(auditor, 'GET', `/api/v1/audit?action=read-values&resource_id=${id}`)
  expect(log.items.map(({ purpose, detail }) => [purpose, detail.operation])).toContainEqual(['培育督导', 'read_enterprise_ladder'])
})

test('the centre says what it reads points for, once', async ({ person }) => {
  const page = await person('centre')
  await page.goto('/points')
  await isSettled(page)
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await page.getByRole('textbox', { name: /^用途/ }).fill('核对评价结果')
  await page.getByRole('main').getByRole('button', { name: '查看' }).click()
  await expect(total(page)).toBeVisible()
  await page.getByRole('link', { name: '积分试算' }).first().click()
  await expect(page.locator('.trial-total')).toBeVisible()
})
