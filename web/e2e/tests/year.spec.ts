import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, follows, isAccessible, isSettled, test } from '../kit/kit'
import { imports, joinsTheZone, sends } from '../kit/year'

const YEAR = 2024

/** Chooses something that is found by typing. */
async function finds(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(text)
  await page.getByRole('option', { name: new RegExp(text) }).click()
}

/** Presses a button of the page, and the one that confirms it in the dialog. */
async function confirms(page: Page, name: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (fill) await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

const EVIDENCE = Buffer.from('%PDF-1.7 社保')
const REPORT = Buffer.from('%PDF-1.7 审计')

/** Presses what saves a file; what it holds. */
async function downloads(page: Page, button: Locator): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await button.click()
  return readFile(await (await coming).path())
}

const field = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(`^${name}`) }) })

test('a zone evaluates a year: arranges, collects, reviews, decides, freezes, computes, publishes, corrects, and anybody verifies it', async ({ person }) => {
  test.setTimeout(300_000)
  const zone = await person('zone')
  const star = await joinsTheZone(zone, '星河')
  const far = await joinsTheZone(zone, '远山')
  const title = `${YEAR}年度评价${star.login}`

  // The officer arranges the year.
  await zone.goto('/batches')
  await zone.getByRole('button', { name: '新建评价批次' }).click()
  const form = zone.getByRole('dialog')
  await form.getByLabel('评价年度').fill(String(YEAR))
  await form.getByLabel('批次名称').fill(title)
  await form.getByLabel('指标方案').selectOption({ label: '高新区四阶段方案（示例，非官方权重） · 2025.1' })
  await form.getByLabel('启动日期').fill('2026-03-01')
  await form.getByLabel('企业填报截止日期').fill('2026-02-01')
  await form.getByLabel('审核截止日期').fill('2099-12-31')
  await form.getByRole('button', { name: '新建评价批次' }).click()
  await expect(form.getByLabel('企业填报截止日期')).toHaveAccessibleDescription(/不能早于启动日期/)
  await form.getByLabel('企业填报截止日期').fill('2099-06-30')
  await form.getByRole('button', { name: '新建评价批次' }).click()
  await expect(zone.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const batch = new URL(zone.url()).pathname.split('/')[2] ?? ''

  // What is asked for: four items are a must, sources of research expenses may differ by 5 %.
  await follows(zone, zone.getByRole('link', { name: '数据项', exact: true }))
  const must = ['营业收入', '研发费用', '职工总数', '研发人员数']
  await expect(zone.locator('strong').filter({ hasText: '研发费用（万元）' })).toBeVisible()
  const ticks = zone.getByRole('checkbox', { name: /^企业必填/, checked: true })
  for (const row of await zone.getByRole('list', { name: '数据项' }).getByRole('listitem').all()) {
    const name = (await row.locator('strong').innerText()).replace(/（.*/, '')
    await row.getByRole('checkbox').setChecked(must.includes(name))
  }
  await expect(ticks).toHaveCount(must.length)
  const research = zone.getByRole('listitem').filter({ has: zone.getByRole('group', { name: /^研发费用（/ }) })
  await research.getByRole('textbox').fill('5')
  await research.getByRole('combobox').nth(1).selectOption({ label: '科技' })
  await expect(research.getByRole('combobox', { name: /第 2 来源/ })).toHaveValue('science')
  await zone.getByRole('button', { name: '保存', exact: true }).click()
  await expect(zone.getByText('数据项已保存')).toBeVisible()
  await zone.getByRole('link', { name: '返回批次' }).click()

  // Nobody takes part yet, and the button says so.
  await expect(zone.getByRole('button', { name: '启动' })).toHaveAccessibleDescription('还没有参评企业')
  for (const firm of [star, far]) {
    await confirms(zone, '添加参评企业', async () => finds(zone, '指定企业', firm.name))
    await expect(zone.getByRole('rowheader', { name: firm.name })).toBeVisible()
  }
  await confirms(zone, '启动')
  await expect(zone.getByText('批次已启动')).toBeVisible()

  // Departments report; the science bureau disagrees about the research of one.
  const rows = (of: (code: string) => string) => [star.code, far.code].map((code) => `${code},${YEAR},${of(code)}`).join('\n')
  await imports(zone, batch, 'tax', `统一社会信用代码,年度,营业收入,研发费用\n${rows((code) => (code === star.code ? '10000,1200' : '8000,600'))}\n`)
  await imports(zone, batch, 'science', `统一社会信用代码,年度,研发费用\n${star.code},${YEAR},1500\n`)
  await zone.reload()
  await expect(zone.getByText('2 / 2 · 100.0%').first()).toBeVisible()

  // The first enterprise is told what to do until when, and fills its form in, in two sittings.
  const first = await person(star.login)
  const mine = await sends<{ items: { id: string }[] }>(first, 'GET', `/api/v1/participants?batch_id=${batch}`)
  await follows(first, first.locator(`a[href="/filings/${mine.items[0]?.id}"]`))
  await expect(field(first, '营业收入').getByText('10,000')).toBeVisible()
  const filing = first.url()
  await field(first, '职工总数').getByLabel('本企业填报').fill('１００')
  await field(first, '研发人员数').getByLabel('本企业填报').fill('120')
  await expect(field(first, '研发人员数').getByText('rd-staff-above-staff')).toBeVisible()
  await expect(first.getByRole('button', { name: '提交', exact: true })).toHaveAccessibleDescription(/项须改正或说明/)
  await first.goto('/')
  await first.goto(filing)
  await expect(field(first, '研发人员数').getByLabel('本企业填报')).toHaveValue('120')
  await field(first, '研发人员数').getByLabel('本企业填报').fill('25')
  await expect(first.getByText('项，均已处理')).toBeVisible()

  // It attaches evidence to what it says: other kinds of file are refused, a file goes and comes back, and is used twice.
  const staff = field(first, '职工总数')
  await staff.locator('input[type=file]').setInputFiles({ name: '名册.doc', mimeType: 'application/msword', buffer: Buffer.from('x') })
  await expect(staff.getByRole('alert')).toHaveText('不能上传“名册.doc”：只接收 PDF、PNG、JPEG、OFD、XLSX 文件。')
  await staff.locator('input[type=file]').setInputFiles({ name: '名册.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') })
  await expect(staff.getByRole('alert')).toContainText('PDF')
  await staff.locator('input[type=file]').setInputFiles({ name: '社保缴纳名册.pdf', mimeType: 'application/pdf', buffer: EVIDENCE })
  await expect(staff.getByRole('button', { name: '下载证明材料“社保缴纳名册.pdf”' })).toBeVisible()
  await staff.getByRole('button', { name: '移除“职工总数”的证明材料' }).click()
  await expect(staff.getByRole('button', { name: '为“职工总数”上传证明材料' })).toBeVisible()
  for (const name of ['职工总数', '研发人员数']) {
    await field(first, name).getByLabel(`为“${name}”选用已上传的文件`).selectOption({ label: '社保缴纳名册.pdf' })
    expect(await downloads(first, field(first, name).getByRole('button', { name: /^下载证明材料/ }))).toEqual(EVIDENCE)
  }
  await isAccessible(first, 'a filing with evidence')
  // It saves by itself after a moment: where that is sooner than the click, nothing is left to be saved, and the button says so.
  const saving = first.getByRole('button', { name: '立即保存' })
  await saving.click({ timeout: 5_000 }).catch(() => expect(saving).toBeDisabled())
  await expect(saving).toBeDisabled()
  await expect(first.getByText('已保存')).toBeVisible()
  await first.reload()
  await expect(staff.getByRole('button', { name: '下载证明材料“社保缴纳名册.pdf”' })).toBeVisible()
  await first.getByRole('button', { name: '提交', exact: true }).click()
  await expect(first.getByText(/已提交，回执编号 2024-/)).toBeVisible()
  await expect(first.getByText('等待审核，结果将以站内消息通知')).toBeVisible()

  // The second one says otherwise than the tax bureau.
  const second = await person(far.login)
  const own1 = await sends<{ items: { id: string }[] }>(second, 'GET', `/api/v1/participants?batch_id=${batch}`)
  await second.locator(`a[href="/filings/${own1.items[0]?.id}"]`).click()
  await field(second, '营业收入').getByLabel('本企业填报').fill('8,800')
  await field(second, '营业收入').getByLabel('情况说明').fill('含未开票收入')
  await field(second, '职工总数').getByLabel('本企业填报').fill('80')
  await field(second, '研发人员数').getByLabel('本企业填报').fill('20')
  await expect(second.getByText('项，均已处理')).toBeVisible()
  await second.getByRole('button', { name: '提交', exact: true }).click()
  await expect(second.getByText(/已提交，回执编号/)).toBeVisible()

  // The reviewer sends that field back with a reason, and approves the other.
  const reviewer = await person('reviewer')
  await reviewer.goto(`/reviews?batch=${batch}`)
  await reviewer.getByRole('button', { name: far.name }).click()
  const drawer = reviewer.getByRole('dialog')
  await expect(drawer.getByText('含未开票收入')).toBeVisible()
  await drawer.getByRole('checkbox', { name: '退回“营业收入”' }).check()
  await expect(drawer.getByRole('button', { name: '退回 1 处' })).toHaveAccessibleDescription('请写明每一处的退回原因')
  await drawer.getByLabel('“营业收入”的退回原因').fill('以纳税申报表为准')
  await drawer.getByRole('button', { name: '退回 1 处' }).click()
  await expect(reviewer.getByRole('dialog', { name: star.name })).toBeVisible()
  const shown = drawer.getByRole('listitem').filter({ has: reviewer.getByRole('heading', { name: /^职工总数/ }) })
  expect(await downloads(reviewer, shown.getByRole('button', { name: '下载证明材料“社保缴纳名册.pdf”' }))).toEqual(EVIDENCE)
  await drawer.getByRole('button', { name: '通过', exact: true }).click()
  await expect(reviewer.getByText('没有待审核的填报')).toBeVisible()

  // It reads why, takes its value back, and submits again.
  await second.goto('/')
  await second.getByRole('link', { name: '站内消息，1 条未读' }).click()
  await expect(second.getByText('填报有 1 处被退回：营业收入（以纳税申报表为准）')).toBeVisible()
  await second.getByRole('button', { name: '将此消息标为已读' }).click()
  await expect(second.getByRole('link', { name: '站内消息', exact: true }).first()).toBeVisible()
  await second.getByRole('link', { name: '去办理' }).click()
  await second.getByRole('link', { name: title }).click()
  await expect(field(second, '营业收入').getByText('以纳税申报表为准')).toBeVisible()
  await field(second, '营业收入').getByLabel('情况说明').fill('')
  await field(second, '营业收入').getByLabel('本企业填报').fill('8000')
  await expect(second.getByText('已保存')).toBeVisible()
  await second.getByRole('button', { name: '提交', exact: true }).click()
  await expect(second.getByText(/已提交，回执编号/)).toBeVisible()
  await reviewer.reload()
  await reviewer.getByRole('button', { name: far.name }).click()
  await drawer.getByRole('button', { name: '通过', exact: true }).click()
  await expect(reviewer.getByText('没有待审核的填报')).toBeVisible()

  // The conflict is decided for the science bureau.
  const conflicts = await sends<{ items: { participant_id: string; item: string; period: number; said: { source: string; statement_id: string }[] }[] }>(
    zone, 'GET', `/api/v1/batches/${batch}/conflicts`)
  const conflict = conflicts.items.find(({ item }) => item === 'rd_expense')
  const statement_id = conflict?.said.find(({ source }) => source === 'science')?.statement_id
  await sends(zone, 'POST', `/api/v1/participants/${conflict?.participant_id}/decisions`, { item: 'rd_expense', period: YEAR, statement_id, reason: '以专项审计报告为准' })

  // Frozen, computed; whoever computed may not publish, and the button says so.
  await zone.goto(`/batches/${batch}`)
  await confirms(zone, '冻结数据')
  await expect(zone.getByText('数据已冻结，可以计算')).toBeVisible()
  await zone.goto(`/runs?batch=${batch}`)
  await confirms(zone, '计算积分')
  await follows(zone, zone.getByRole('link', { name: '查看计算结果' }))
  await expect(zone.getByRole('button', { name: '发布', exact: true })).toHaveAccessibleDescription(/须由不同的人完成/)
  const run = zone.url()

  // A second person publishes.
  const publisher = await person('publisher')
  await publisher.goto(run)
  await isSettled(publisher)
  await confirms(publisher, '发布')
  await expect(publisher.getByText('结果已发布')).toBeVisible()

  // The exported run verifies on its own.
  await zone.reload()
  const download = zone.waitForEvent('download')
  await zone.getByRole('button', { name: '导出结果包' }).click()
  const file = join(mkdtempSync(join(tmpdir(), 'jifen-run-')), (await download).suggestedFilename())
  await (await download).saveAs(file)
  await expect(zone.getByLabel('核验命令')).toHaveValue(`jifen verify jifen-run-${YEAR}-1.zip`)
  const [program = ''] = (process.env.JIFEN_SERVE ?? '').split(' ')
  expect(execFileSync(program, ['verify', file], { encoding: 'utf8' })).toContain('核验通过')

  // The enterprise sees its points, and objects to a value; the objection is upheld.
  await first.goto(filing)
  await expect(first.getByRole('heading', { name: '指标得分' })).toBeVisible()
  await field(first, '营业收入').getByRole('button', { name: '对部门数据提出异议：营业收入' }).click()
  const objection = first.getByRole('dialog')
  await objection.getByLabel('企业主张的数值').fill('20000')
  await objection.getByLabel('理由和依据').fill('漏计一季度收入，见审计报告')
  await objection.locator('input[type=file]').setInputFiles({ name: '审计报告.pdf', mimeType: 'application/pdf', buffer: REPORT })
  await expect(objection.getByRole('button', { name: '下载证明材料“审计报告.pdf”' })).toBeVisible()
  await isAccessible(first, 'an objection with evidence')
  await objection.getByRole('button', { name: '提出异议' }).click()
  await expect(field(first, '营业收入').getByText('有异议')).toBeVisible()
  await zone.goto(`/objections?batch_id=${batch}&state=open`)
  await zone.getByRole('button', { name: '营业收入' }).click()
  expect(await downloads(zone, zone.getByRole('dialog').getByRole('button', { name: /^下载证明材料/ }))).toEqual(REPORT)
  await zone.getByRole('dialog').getByRole('button', { name: '认定成立' }).click()
  const decision = zone.getByRole('dialog', { name: '认定异议成立？' })
  await decision.getByLabel('结论依据').fill('经核对审计报告属实')
  await decision.getByRole('button', { name: '认定成立' }).click()
  await expect(zone.getByText('已作出结论并通知企业')).toBeVisible()

  // The correction moves that enterprise, says why, and takes the place of the first run once published.
  await zone.goto(`/runs?batch=${batch}`)
  await confirms(zone, '更正计算', async (dialog) => dialog.getByLabel('更正原因').fill('异议成立'))
  await zone.getByRole('link', { name: '查看计算结果' }).click()
  const movers = zone.getByRole('region', { name: /变动企业/ })
  await expect(movers.getByRole('row').filter({ hasText: star.name })).toContainText('数据变化')
  await expect(movers.getByRole('row').filter({ hasText: star.name })).toContainText('营业收入')
  await publisher.goto(zone.url())
  await isSettled(publisher)
  await confirms(publisher, '发布')
  await expect(publisher.getByText('结果已发布')).toBeVisible()
  await publisher.goto(run)
  await expect(publisher.getByText('已被更正')).toBeVisible()
})
