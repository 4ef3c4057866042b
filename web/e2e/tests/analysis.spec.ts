import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, fitsTheWindow, follows, isAccessible, isSettled, test } from '../kit/kit'
import { sends } from '../kit/year'

interface Spread {
  enterprises: number
  scored: number
  mean: string | null
  median: string
}

async function run(page: Page): Promise<string> {
  const runs = await sends<{ items: { id: string }[] }>(page, 'GET', '/api/v1/runs/published?sort=-created_at')
  return runs.items[0]?.id ?? ''
}

const cells = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }).getByRole('cell')

test('an officer compares kinds of enterprises; the picture, its table and the API say the same', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/analysis')
  await isSettled(page)
  const told = await sends<{ all: Spread & { counts: number[] }; groups: { kind: { name: { zh: string } | null }; spread: Spread }[] }>(page, 'GET', `/api/v1/runs/${await run(page)}/distribution?by=stage`)
  for (const { kind, spread } of told.groups) {
    const name = kind.name?.zh ?? '无法定阶段'
    await expect(cells(page, name).nth(0)).toHaveText(spread.enterprises.toLocaleString('en'))
    await expect(cells(page, name).nth(3)).toHaveText(spread.mean ?? '—')
  }
  await page.getByText('查看数据表').click()
  const counts = await page.getByRole('region', { name: '积分分布直方图' }).getByRole('cell').allTextContents()
  expect(counts.map((count) => Number(count.replace(',', '')))).toEqual(told.all.counts)
  const drawn = await page.locator('.chart-bar').count()
  expect(drawn).toBe(told.all.counts.length)

  const picture = page.waitForEvent('download')
  await page.getByRole('button', { name: '将“积分分布直方图”保存为图片' }).click()
  const saved = await picture
  expect(saved.suggestedFilename()).toBe('积分分布直方图.png')

  await page.getByLabel('分组依据').selectOption({ label: '园区' })
  await expect(page.getByRole('heading', { name: '按园区比较' })).toBeVisible()
  expect(page.url()).toContain('by=park')
  await page.reload()
  await expect(page.getByRole('heading', { name: '按园区比较' })).toBeVisible()
})

test('two dimensions are set against each other, and the link gives the same table again', async ({ person }) => {
  const page = await person('publisher')
  await page.goto('/analysis')
  await page.getByRole('link', { name: '交叉分析' }).click()
  await page.getByLabel('行', { exact: true }).selectOption({ label: '园区' })
  await page.getByLabel('数值').selectOption({ label: '企业数' })
  await expect(page.getByRole('heading', { name: '园区 × 发展阶段：企业数' })).toBeVisible()
  const pivot = await sends<{ all: { value: string } }>(page, 'GET', `/api/v1/runs/${await run(page)}/pivot?rows=park&columns=stage&measure=count`)
  await expect(cells(page, '全部').last()).toHaveText(Number(pivot.all.value).toLocaleString('en'))
  const address = page.url()
  await page.goto('/')
  await page.goto(address)
  await expect(page.getByRole('heading', { name: '园区 × 发展阶段：企业数' })).toBeVisible()
})

test('who moved most is found, and leads to the points of the enterprise', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/analysis/movements')
  await isSettled(page)
  const id = await run(page)
  await page.getByLabel('升降').selectOption({ label: '积分下降' })
  await page.getByRole('search').getByRole('button', { name: '查询' }).click()
  await page.getByRole('button', { name: /^变动/ }).click()
  await isSettled(page)
  const other = (await sends<{ items: { id: string }[] }>(page, 'GET', '/api/v1/runs/published?sort=-created_at')).items[1]?.id ?? ''
  const movers = await sends<{ items: { name: string; change: string }[]; total: number }>(page, 'GET', `/api/v1/runs/${id}/movers?with=${other}&direction=down&sort=change&limit=20`)
  await expect(page.getByRole('rowheader', { name: movers.items[0]?.name ?? '', exact: true })).toBeVisible()
  await expect(cells(page, movers.items[0]?.name ?? '').nth(1)).toHaveText(movers.items[0]?.change ?? '')
  await page.getByRole('link', { name: movers.items[0]?.name ?? '' }).click()
  await expect(page.locator('.headline-large')).toBeVisible()
})

test('indicators and the firmness of places are told in both languages; who writes rules sees sums only', async ({ person }) => {
  const page = await person('author')
  await page.goto('/analysis/indicators')
  await isSettled(page)
  await expect(page.getByText('克朗巴哈系数（α）为')).toBeVisible()
  await expect(page.getByRole('heading', { name: '指标得分的相关系数' })).toBeVisible()
  await page.getByRole('link', { name: '名次稳健性' }).click()
  await expect(page.getByText('在 ±10.0% 内随机调整 200 次')).toBeVisible()
  await expect(page.getByText('您的角色只能查看汇总，不能查看企业名单')).toBeVisible()
  const english = await person('publisher', { language: 'en' })
  await english.goto('/analysis/robustness')
  await expect(english.getByText('Mean width of intervals')).toBeVisible()
})

test('whether points told who would grow is shown with its doubts, and the same numbers come from the API', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/analysis')
  await follows(page, page.getByRole('link', { name: '积分有效性' }))
  await isSettled(page)
  // The latest year has no later one yet: the year before is tested.
  const asked = page.waitForResponse((response) => response.url().includes('/growth-validity') && response.url().includes('at_least=20'))
  await page.getByLabel('增幅至少').selectOption({ label: '20%' })
  const told = (await (await asked).json()) as { validity: { total: { auc: string; bands: unknown[] }; good: number; bad: number; observed: number } }
  const { total, observed, good, bad } = told.validity
  expect(good + bad).toBe(observed)
  await expect(page.getByRole('listitem').filter({ hasText: 'AUC' }).first()).toContainText(Number(total.auc).toFixed(3))
  await page.getByRole('figure').first().getByText('查看数据表').click()
  await expect(page.getByRole('figure').first().getByRole('row')).toHaveCount(total.bands.length + 1)
  await page.getByLabel('查看各段').selectOption({ index: 1 })
  await expect(page.getByRole('region', { name: /各段明细$/ })).toBeVisible()
  await page.getByLabel('检验什么').selectOption({ label: '贷款是否逾期' })
  await expect(page.getByText('不宜据此调整方案').or(page.getByText('无法检验区分能力')).first()).toBeVisible()
  // Who writes rules sees growth, not loans.
  const author = await person('author')
  await author.goto('/analysis/validity?outcome=overdue')
  await isSettled(author)
  await expect(author.getByLabel('检验什么').getByRole('option')).toHaveText(['后来是否增长'])
})

test('a year at a glance fits any wall, and its numbers are those of the analysis', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/analysis')
  await isSettled(page)
  // Another test may publish a year meanwhile: the year that the page itself asks about is the one compared.
  const asked = page.waitForResponse((response) => response.url().includes('/api/v1/screen'))
  await follows(page, page.getByRole('link', { name: '数据大屏' }))
  const { latest } = (await (await asked).json()) as { latest: { run_id: string } }
  const id = latest.run_id
  const told = await sends<{ all: { enterprises: number; median: string; mean: string } }>(page, 'GET', `/api/v1/runs/${id}/distribution?by=stage`)
  // Years that are over belong to the trend: the demonstration has published three.
  await expect(page.getByRole('img', { name: /\d{4}年.*\d{4}年.*\d{4}年/ })).toBeVisible()
  const counts = page.locator('.screen-counts')
  for (const text of [told.all.enterprises.toLocaleString('en'), told.all.median, told.all.mean]) await expect(counts).toContainText(text)
  const top = await sends<{ items: { name: string }[] }>(page, 'GET', `/api/v1/runs/${id}/points?sort=rank&limit=10`)
  await expect(page.getByRole('rowheader', { name: top.items[0]?.name ?? '', exact: true })).toBeVisible()
  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await isSettled(page)
    await fitsTheWindow(page, `screen at ${width}`)
    await isAccessible(page, `screen at ${width}`)
  }
})

test('a link shows the wall screen to a computer that nobody signs in to, and nothing else', async ({ person, browser }) => {
  const page = await person('zone')
  await page.goto('/analysis')
  await isSettled(page)
  await page.getByRole('button', { name: '大屏链接' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('用在哪里').fill('政务大厅东侧')
  await drawer.getByRole('button', { name: '生成链接' }).click()
  const link = drawer.getByLabel('大屏链接地址')
  await expect(link).toHaveValue(/\/wall#jft_/)
  const address = await link.inputValue()
  const wall = await browser.newPage()
  await wall.goto(address)
  await expect(wall.locator('.screen-counts')).toBeVisible()
  await expect(wall.getByRole('heading', { name: '积分领先企业' })).toBeVisible()
  await isAccessible(wall, 'the wall')
  await wall.goto(new URL('/analysis', address).href)
  await expect(wall.getByRole('heading', { level: 1, name: '登录' })).toBeVisible()
  await wall.goto(new URL('/wall#jft_nonsense', address).href)
  await expect(wall.getByText('大屏链接已失效')).toBeVisible()
  await isAccessible(wall, 'a link that has ended')
  await wall.close()
})

test('a table is saved as a workbook', async ({ person }) => {
  const page = await person('zone')
  await page.goto('/analysis/pivot')
  await isSettled(page)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: /存为 Excel/ }).first().click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  const path = await file.path()
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
})
