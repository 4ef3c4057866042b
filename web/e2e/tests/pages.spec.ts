import type { Page } from '@playwright/test'
import { fitsTheWindow, follows, isAccessible, isSettled, test } from '../kit/kit'

type Step = (page: Page) => Promise<void>

interface Look {
  path: string
  /** What to open on it before looking. */
  open?: Step
  name?: string
}

const row: Step = async (page) => {
  await page.locator('.link-button').first().click()
  await page.getByRole('dialog').locator('.facts').waitFor()
}
const press =
  (name: string | RegExp): Step =>
  async (page) => {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').waitFor()
  }

/** What a text came to is shown below it. */
const tried = async (page: Page) => {
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByRole('status').getByRole('heading').first().waitFor()
}

/** The tour is a bar of the page, not a dialog over it. */
const tour: Step = async (page) => {
  await page.getByRole('button', { name: '开始导览' }).click()
  await page.getByRole('region', { name: '五分钟导览' }).waitFor()
  await isSettled(page)
}

/** The first policy that somebody is entitled to: of the others no list is opened, and their buttons say why. */
const openable: Step = async (page) => {
  await page.locator('button:not([aria-disabled=true])').filter({ hasText: '开立兑现名单' }).first().click()
  await page.getByRole('dialog').waitFor()
}

const follow =
  (name: string | RegExp): Step =>
  async (page) => {
    await follows(page, page.getByRole('main').getByRole('link', { name }).first())
  }
const then =
  (...steps: Step[]): Step =>
  async (page) => {
    for (const step of steps) await step(page)
  }

/** The page of the first thing of a list of the API. */
const first =
  (list: string, page_of: (one: Record<string, string>) => string): Step =>
  async (page) => {
    const told = (await (await page.request.get(list)).json()) as Record<string, string>[] | { items: Record<string, string>[] }
    const one = (Array.isArray(told) ? told : told.items)[0]
    if (!one) throw new Error(`${list} is empty`)
    await page.goto(page_of(one))
    await isSettled(page)
  }

/** The bank reads every field of the oldest consent. */
const allRead: Step = async (page) => {
  await first('/api/v1/consents?limit=1&sort=granted_at', ({ id }) => `/consents/${id}`)(page)
  const buttons = page.getByRole('main').getByRole('button', { name: /^查阅 / })
  for (const button of await buttons.all()) {
    await button.click()
    await isSettled(page)
  }
}

/** The first thing that is folded away. */
const unfold: Step = async (page) => {
  await page.getByRole('main').locator('details > summary').first().click()
}

/** Every reason of the points shown. */
const openAll: Step = async (page) => {
  await page.getByRole('button', { name: '全部展开' }).click()
  await page.getByRole('img', { name: /赋分曲线/ }).first().waitFor()
}

/** The first enterprise of the list, and on from there. */
const enterprise =
  (...steps: Step[]): Step =>
  async (page) => {
    await page.getByRole('main').getByRole('link', { name: /有限公司$/ }).first().click()
    await page.locator('.headline-large').waitFor()
    await isSettled(page)
    for (const step of steps) await step(page)
  }

const OPEN: Look[] = [
  { path: '/sign-in' },
  { path: '/register' },
  { path: '/accept#jfi_not-a-real-one' },
  { path: '/accept' },
  { path: '/sign-in/return' },
  { path: '/upgrade.html' },
]

const LOOKS: Record<string, Look[]> = {
  zone: [
    { path: '/' },
    { path: '/batches' },
    { path: '/batches', open: press('新建评价批次'), name: 'arrange an evaluation' },
    { path: '/batches', open: follow(/年度企业创新积分评价/), name: 'an evaluation' },
    { path: '/batches', open: then(follow(/年度企业创新积分评价/), follow('数据项')), name: 'its items' },
    { path: '/reviews' },
    { path: '/objections' },
    { path: '/runs' },
    { path: '/runs', open: first('/api/v1/runs?limit=1', ({ id }) => `/runs/${id}`), name: 'a run' },
    { path: '/analysis' },
    { path: '/analysis', open: press('大屏链接'), name: 'a link for a wall' },
    { path: '/analysis?by=label', name: 'analysis by title' },
    { path: '/analysis/pivot' },
    { path: '/analysis/movements' },
    { path: '/analysis/indicators' },
    { path: '/analysis/robustness' },
    { path: '/analysis/validity' },
    { path: '/analysis/validity?outcome=overdue', name: 'points against loans' },
    { path: '/points' },
    { path: '/points/lookup' },
    { path: '/points', open: enterprise(openAll), name: 'points of an enterprise' },
    { path: '/points', open: enterprise(follow('积分试算')), name: 'a trial' },
    { path: '/points', open: enterprise(follow('企业画像')), name: 'a portrait' },
    { path: '/notices' },
    { path: '/library' },
    { path: '/library/list' },
    { path: '/library', open: first('/api/v1/enterprises?limit=1', ({ id }) => `/library/enterprises/${id}`), name: 'an enterprise on the ladder' },
    { path: '/library/titles' },
    { path: '/library/titles/title-changes' },
    { path: '/library/titles/annual-reports' },
    { path: '/imports/new?kind=titles', name: 'a list of a title' },
    { path: '/tasks' },
    { path: '/enterprises?search=qq', name: 'enterprises' },
    { path: '/enterprises?search=qq', open: press('登记企业'), name: 'enter an enterprise' },
    { path: '/imports' },
    { path: '/imports/new' },
    { path: '/recommendations' }, { path: '/recommendations', open: press('推荐'), name: 'recommend for the national list' }, { path: '/funds' },
    { path: '/funds', open: press('设立资金'), name: 'open a fund' },
    { path: '/funds', open: press(/登记注入$/), name: 'pay into a fund' },
    { path: '/fund-entries' },
    { path: '/fund-entries?state=waiting', open: press('作废'), name: 'strike an entry out' },
    { path: '/loans?state=lent', open: first('/api/v1/loans?limit=1&state=lent', ({ id }) => `/loans/${id}`), name: 'a loan the zone stands behind' },
    { path: '/loans?state=lent&open=true', open: then(first('/api/v1/loans?limit=1&state=lent', ({ id }) => `/loans/${id}`), press('登记贴息')), name: 'enter a subsidy' },
    { path: '/registrations' },
    { path: '/organisations' },
    { path: '/organisations', open: press('设立单位'), name: 'open an organisation' },
    { path: '/users?state=disabled', name: 'nothing found' },
    { path: '/me' },
    { path: '/me', open: press('启用动态码'), name: 'set up a second factor' },
    { path: '/me/sessions' },
    { path: '/me/sessions', open: press('退出其他全部设备'), name: 'end the others' },
    { path: '/me/tokens' },
    { path: '/me/tokens', open: press('新建令牌'), name: 'add a token' },
    { path: '/help' },
    { path: '/nowhere' },
    { path: '/audit' },
    { path: '/help', open: tour, name: 'a tour' },
  ],
  security: [
    { path: '/users' },
    { path: '/users', open: row, name: 'a person' },
    { path: '/users', open: press('邀请人员'), name: 'invite' },
    { path: '/approvals' },
    { path: '/organisations', open: row, name: 'an organisation' },
  ],
  enterprise: [{ path: '/' }, { path: '/my-points', open: openAll, name: 'own points' }, { path: '/my-ladder' }, { path: '/my-policies' }, { path: '/policies/demonstration-rd-boost/apply' }, { path: '/policy-applications', name: 'own applications' }, { path: '/my-policies', open: press('对公示名单提出异议'), name: 'object to a list' }, { path: '/my-offers' }, { path: '/my-offers?amount=1000000&months=12', open: unfold, name: 'own limits with costs' }, { path: '/my-offers', open: press(/^申请示范积分贷/), name: 'apply for a loan' }, { path: '/loans' }, { path: '/consents' }, { path: '/consents', open: press('新增授权'), name: 'grant a consent' }, { path: '/consent-readings' }, { path: '/calculator' }, { path: '/filings' }, { path: '/filings', open: first('/api/v1/participants?limit=1', ({ id }) => `/filings/${id}`), name: 'a filing' }, { path: '/objections' }, { path: '/notices' }],
  centre: [{ path: '/' }, { path: '/points' }],
  reviewer: [{ path: '/' }, { path: '/reviews', open: first('/api/v1/participants?limit=1&state=submitted', ({ id, batch_id }) => `/reviews?batch=${batch_id}&open=${id}`), name: 'a review' }],
  author: [{ path: '/' }, { path: '/analysis/movements' }, { path: '/analysis/robustness' }, { path: '/analysis/validity' }],
  publisher: [{ path: '/' }, { path: '/runs' }],
  policy: [
    { path: '/policy-applications' },
    { path: '/policy-applications?state=submitted', open: first('/api/v1/policy-applications?limit=1&state=submitted', ({ id }) => `/policy-applications/${id}`), name: 'an application under a policy' },
    { path: '/policy-applications?state=submitted&open=true', open: then(first('/api/v1/policy-applications?limit=1&state=submitted', ({ id }) => `/policy-applications/${id}`), press('核验通过')), name: 'answer the checks of an application' },
    { path: '/' },
    { path: '/library' },
    { path: '/policies' },
    { path: '/policies/rd-investment' },
    { path: '/rule-drafts' },
    { path: '/rule-drafts', open: press('开始编制'), name: 'begin a policy' },
    { path: '/rule-drafts', open: first('/api/v1/rule-drafts?kind=policy', ({ id }) => `/rule-drafts/${id}`), name: 'a policy being written' },
    { path: '/rule-drafts', open: first('/api/v1/rule-drafts?kind=product', ({ id }) => `/rule-drafts/${id}?view=changes`), name: 'a product of a bank' },
    { path: '/entitlements' },
    { path: '/entitlements', open: openable, name: 'open a list' },
    { path: '/entitlements', open: follow(/^\d+$/), name: 'who is entitled' },
    { path: '/entitlements/trial' }, { path: '/offers/trial', open: tried, name: 'a product on trial' },
    { path: '/award-lists' },
    { path: '/award-lists', open: first('/api/v1/award-lists?limit=1', ({ id }) => `/award-lists/${id}`), name: 'an award list' },
    { path: '/payments' },
    { path: '/award-ledger' },
    { path: '/products' },
    { path: '/products/citic-gazelle' },
    { path: '/offers' },
    { path: '/offers', open: follow(/^\d+$/), name: 'who may borrow' },
  ],
  bank: [{ path: '/' }, { path: '/rule-drafts' }, { path: '/help' }, { path: '/consents' }, { path: '/consents', open: allRead, name: 'what an enterprise lets a bank read' }, { path: '/loans' }, { path: '/loans?state=reviewing', open: first('/api/v1/loans?limit=1&state=reviewing', ({ id }) => `/loans/${id}`), name: 'an application' }, { path: '/loans?state=reviewing', open: first('/api/v1/loans?limit=1&state=reviewing', ({ id }) => `/loans/${id}/review`), name: 'a review by the scorecard' }, { path: '/scorecards' }, { path: '/scorecards/demonstration-points-card' }, { path: '/loan-figures' }, { path: '/webhooks' }, { path: '/loan-alerts' }, { path: '/prospects?purpose=marketing&least=10', name: 'enterprises found' }],
  auditor: [{ path: '/audit' }, { path: '/audit', open: row, name: 'a row of the log' }, { path: '/audit/head' }],
  system: [{ path: '/backups' }, { path: '/jobs' }],
}

async function look(page: Page, { path, open, name }: Look, how: string): Promise<void> {
  await page.goto(path)
  await isSettled(page)
  if (open) await open(page)
  await isAccessible(page, `${name ?? path} ${how}`)
  await fitsTheWindow(page, `${name ?? path} ${how}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages before signing in are accessible, ${colorScheme}`, async ({ opens }) => {
    const page = await opens({ colorScheme })
    for (const one of OPEN) await look(page, one, colorScheme)
  })
  for (const [login, looks] of Object.entries(LOOKS)) {
    test(`pages of ${login} are accessible, ${colorScheme}`, async ({ person }) => {
      const page = await person(login, { colorScheme })
      for (const one of looks) await look(page, one, colorScheme)
    })
  }
}

for (const [login, looks] of Object.entries(LOOKS)) {
  test(`pages of ${login} fit a telephone, with large type`, async ({ person }) => {
    const page = await person(login, { viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: '大字' }).click()
    for (const one of looks) await look(page, one, 'on a telephone')
  })
}

test('pages fit a telephone in English', async ({ opens }) => {
  const page = await opens({ language: 'en', viewport: { width: 360, height: 780 } })
  for (const one of OPEN) await look(page, one, 'on a small telephone')
})
