import type { Page } from '@playwright/test'
import { calls, imports } from '../kit/data'
import { expect, isAccessible, isSettled, test } from '../kit/kit'
import { joinsTheZone } from '../kit/year'

const YEAR = 2024
/** Exactly on every edge of 科技型中小企业, but for one member of staff too many. */
const SAID = {
  staff: '501', tech_staff: '126', sales_revenue: '20000', total_costs: '19000', total_assets: '20000', rd_expense: '600', class1_ip: '1', class2_ip: '0',
  products_allowed: '是', incident_last_or_this_year: '否', research_misconduct: '否', abnormal_operation: '否', serious_violation: '否', led_standards: '否',
  national_award_top_three: '否', provincial_rd_institution: '否', mainland_resident: '是',
}

/** An evaluation that asks for what the rung needs; what the enterprise says of its staff counts before what others say. */
async function arranged(zone: Page, enterprise: string, title: string, year = YEAR): Promise<string> {
  const me = (await calls(zone, 'GET', '/api/v1/me')) as { organisation: { id: string } }
  const batch = {
    title, year, scheme: 'schemes/zone-four-stage.yaml', opens_on: '2026-03-01', enterprise_deadline: '2099-06-30', review_deadline: '2099-12-31', second_review: false,
  }
  const id = String((await calls(zone, 'POST', '/api/v1/batches', { zone_id: me.organisation.id, batch })).id)
  const path = `/api/v1/batches/${id}`
  const items = Object.keys(SAID).map((item) => ({ item, required: false, tolerance: item === 'staff' ? '0.05' : null, sources: item === 'staff' ? ['self', 'science'] : ['science', 'self'] }))
  await calls(zone, 'PUT', `${path}/items`, items, await seen(zone, path))
  await calls(zone, 'POST', `${path}/participants`, { enterprise_ids: [enterprise] })
  await calls(zone, 'POST', `${path}/open`, undefined, await seen(zone, path))
  return id
}

/** The version of a thing, for the next change. */
async function seen(page: Page, path: string): Promise<Record<string, string>> {
  return { 'if-match': (await page.request.get(path)).headers().etag ?? '' }
}

/** Freezes and computes; the draft run. */
async function computed(zone: Page, batch: string): Promise<string> {
  const path = `/api/v1/batches/${batch}`
  await calls(zone, 'POST', `${path}/freeze`, undefined, await seen(zone, path))
  const job = String((await calls(zone, 'POST', `${path}/runs`, { reason: null })).id)
  const read = async () => (await calls(zone, 'GET', `/api/v1/jobs/${job}`)) as { state: string; result: { run_id: string } }
  await expect.poll(async () => (await read()).state, { timeout: 120_000 }).toBe('done')
  return (await read()).result.run_id
}

test('from a list to an enterprise, to a task, to a corrected value, and it passes in the next draft run', async ({ person }) => {
  test.setTimeout(300_000)
  const zone = await person('zone')
  const firm = await joinsTheZone(zone, '近岸')
  const known = (await calls(zone, 'GET', `/api/v1/enterprises?search=${firm.code}`)) as { items: { id: string }[] }
  const enterprise = known.items[0]?.id ?? ''
  const title = `${YEAR}年度评价${firm.login}`
  const batch = await arranged(zone, enterprise, title)
  const [heads, cells] = [Object.keys(SAID).join(','), Object.values(SAID).join(',')]
  await imports(zone, batch, 'science', `统一社会信用代码,年度,${heads}\n${firm.code},${YEAR},${cells}\n`)
  const draft = await computed(zone, batch)

  // It stands on the list of those that lack one condition, with what it lacks.
  const list = (run: string, which: string) => `/library/list?run=${run}&rung=tech-sme&list=${which}&search=${firm.code}`
  await zone.goto(list(draft, 'near'))
  const row = zone.getByRole('row').filter({ hasText: firm.name })
  await expect(row).toContainText('职工总数：超出1人（0.2%）')
  await isAccessible(zone, 'a list of the library')

  // The filter is kept for the next time.
  await zone.getByRole('button', { name: '保存当前筛选' }).click()
  const keeping = zone.getByRole('dialog', { name: '保存当前筛选' })
  await keeping.getByLabel('名称').fill(`差一项 ${firm.login}`)
  await keeping.getByRole('button', { name: '保存', exact: true }).click()
  await expect(zone.getByRole('link', { name: `差一项 ${firm.login}` })).toBeVisible()

  // A task is made of the list, and worked on.
  await zone.getByRole('button', { name: '安排任务' }).click()
  const assigning = zone.getByRole('dialog', { name: '为名单中的企业安排任务' })
  await assigning.getByLabel('工作批次').fill(`科小培育 ${firm.login}`)
  await assigning.getByLabel('截止日期').fill('2099-01-31')
  await assigning.getByRole('button', { name: '安排任务' }).click()
  await expect(zone.getByText('已安排 1 项任务', { exact: false })).toBeVisible()

  // Its ladder says the same, condition by condition.
  await row.getByRole('link', { name: firm.name }).click()
  await expect(zone.getByRole('heading', { level: 1, name: `${firm.name}的培育阶梯` })).toBeVisible()
  await zone.getByRole('button', { name: /^科技型中小企业/ }).click()
  await expect(zone.getByRole('listitem').filter({ hasText: '职工总数：超出1人' }).first()).toBeVisible()
  await expect(zone.getByRole('link', { name: 'science.csv C2', exact: true }).first()).toBeVisible()
  await isAccessible(zone, 'the ladder of an enterprise')

  await zone.goto(`/tasks?mine=true&campaign=${encodeURIComponent(`科小培育 ${firm.login}`)}`)
  await zone.getByRole('button', { name: firm.name }).click()
  const task = zone.getByRole('dialog', { name: firm.name })
  await expect(task.getByText('职工总数：超出1人')).toBeVisible()
  await task.locator('input[type=file]').setInputFiles({ name: '走访记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 visit') })
  await expect(task.getByRole('button', { name: '走访记录.pdf' })).toBeVisible()
  await task.getByRole('button', { name: '办理' }).click()
  const working = zone.getByRole('dialog', { name: '办理任务' })
  await working.getByLabel('改为').selectOption({ label: '已联系' })
  await working.getByLabel('备注').fill('职工总数含一名已离职人员，请企业更正')
  await working.getByRole('button', { name: '办理' }).click()
  await expect(task.getByText('职工总数含一名已离职人员，请企业更正')).toBeVisible()

  // The enterprise corrects the value, and a reviewer approves it.
  await calls(zone, 'POST', `/api/v1/batches/${batch}/thaw`, { reason: '企业更正职工总数' }, await seen(zone, `/api/v1/batches/${batch}`))
  const own = await person(firm.login)
  const mine = (await calls(own, 'GET', `/api/v1/participants?batch_id=${batch}`)) as { items: { id: string }[] }
  await own.goto(`/filings/${mine.items[0]?.id}`)
  await isSettled(own)
  const field = own.getByRole('listitem').filter({ has: own.getByRole('heading', { level: 3, name: /^职工总数/ }) })
  await field.getByLabel('本企业填报').fill('500')
  await field.getByLabel('情况说明').fill('一名职工年前已离职')
  await expect(own.getByText('已保存')).toBeVisible()
  await own.getByRole('button', { name: '提交', exact: true }).click()
  await expect(own.getByText(/已提交，回执编号/)).toBeVisible()
  const reviewer = await person('reviewer')
  await reviewer.goto(`/reviews?batch=${batch}`)
  await reviewer.getByRole('button', { name: firm.name }).click()
  await reviewer.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click()
  await expect(reviewer.getByText('没有待审核的填报')).toBeVisible()

  // In the next draft run it passes.
  const next = await computed(zone, batch)
  await zone.goto(list(next, 'candidates'))
  await expect(zone.getByRole('row').filter({ hasText: firm.name })).toContainText('符合')
  await zone.goto(list(next, 'near'))
  await expect(zone.getByText(firm.name)).toHaveCount(0)
})

test('an enterprise corrects a value where it reads the condition', async ({ person }) => {
  test.setTimeout(180_000)
  const zone = await person('zone')
  const own = await person('enterprise')
  const mine = (await calls(own, 'GET', '/api/v1/enterprises?limit=1')) as { items: { id: string }[] }
  const title = `补报数据 ${Date.now()}`
  await arranged(zone, mine.items[0]?.id ?? '', title, 2026)
  await own.goto('/my-ladder')
  await own.getByRole('button', { name: /^科技型中小企业/ }).click()
  await own.getByRole('button', { name: '核对或更正“职工总数不超过500人', exact: false }).first().click()
  const data = own.getByRole('dialog')
  await expect(data.getByText(`存入“${title}”的填报`)).toBeVisible()
  await data.getByLabel('本企业填报：职工总数').fill('499')
  const staff = data.getByRole('listitem').filter({ hasText: '职工总数' })
  await staff.getByRole('button', { name: '存入填报' }).click()
  await expect(staff.getByText('现值：499')).toBeVisible()
  await isAccessible(own, 'the data of a condition')
  // It stands in the filing, and what was there before as well.
  await data.getByRole('link', { name: '去提交填报' }).click()
  await expect(own.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const field = own.getByRole('listitem').filter({ has: own.getByRole('heading', { level: 3, name: /^职工总数/ }) })
  await expect(field.getByLabel('本企业填报')).toHaveValue('499')
})

test('an authority’s list gives a certificate; conflicts are shown before anything is stored', async ({ person }) => {
  test.setTimeout(180_000)
  const zone = await person('zone')
  const firm = await joinsTheZone(zone, '持证')
  await zone.goto('/library/titles')
  await zone.getByRole('button', { name: '导入认定名单' }).click()
  await expect(zone.getByRole('heading', { level: 1, name: '新建导入' })).toBeVisible()
  await zone.getByLabel('称号').selectOption({ label: '高新技术企业' })
  await zone.getByLabel('认定日期').fill('2025-12-02')
  await zone.getByLabel('有效期至').fill('2099-12-01')
  await zone.getByLabel('批次或文号').fill('2025年第一批')
  const table = `2025年第一批认定名单\n序号,企业名称,证书编号\n1,${firm.name},GR2025${firm.code.slice(8, 16)}\n2,不在库${firm.code.slice(8, 16)}有限公司,GR2025X\n`
  await zone.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await zone.getByRole('button', { name: '上传并识别表头' }).click()
  await zone.getByRole('button', { name: '开始预检' }).click()
  await expect(zone.getByText('企业库中没有这个名称的企业', { exact: false }).first()).toBeVisible({ timeout: 60_000 })
  await zone.getByRole('button', { name: '确认导入' }).click()
  await zone.getByRole('dialog').getByRole('button', { name: '确认导入' }).click()
  await expect(zone.getByText('导入完成')).toBeVisible({ timeout: 60_000 })
  await zone.goto(`/library/titles/title-changes?year=2025&search=${firm.code}`)
  const row = zone.getByRole('row').filter({ hasText: firm.name })
  await expect(row).toContainText('新进')
  await expect(row).toContainText('2025年第一批')
  await isAccessible(zone, 'titles')
})
