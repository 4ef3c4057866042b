import { expect, follows, test, usesTheForm, type Language } from '../kit/kit'

const MINE = { zh: ['站内消息', '个人信息', '登录设备', '接口令牌', '帮助'], en: ['Notices', 'Profile', 'Sessions', 'API tokens', 'Help'] }

// What each role of the demonstration finds in its menu, between “home” and what is everybody's own.
const MENUS: Record<string, { zh: string[]; en: string[] }> = {
  centre: {
    zh: ['评价批次', '填报审核', '异议办理', '计算与发布', '企业积分查询', '积分分析', '指标方案', '企业名录', '数据冲突', '数据质量', '科技企业培育库', '培育任务', '政策库', '政策产品编制', '政策匹配', '政策申报', '兑现名单', '付款批次', '兑现台账', '信贷产品', '额度测算', '全国推荐名单', '支持资金', '资金台账', '还款计算', '入驻申请', '单位管理', '人员管理', '双人复核', '任务中心'],
    en: ['Evaluations', 'Review', 'Objections', 'Runs', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Conflicts', 'Data quality', 'Cultivation library', 'Cultivation tasks', 'Policy library', 'Writing policies', 'Matching', 'Policy applications', 'Award lists', 'Payment batches', 'Award ledger', 'Loan products', 'Reference limits', 'National list', 'Support funds', 'Fund ledger', 'Instalments', 'Registrations', 'Organisations', 'People', 'Approvals', 'Jobs'],
  },
  zone: {
    zh: ['评价批次', '填报审核', '异议办理', '计算与发布', '企业积分查询', '积分分析', '指标方案', '企业名录', '数据导入', '数据冲突', '数据质量', '科技企业培育库', '培育任务', '政策库', '政策产品编制', '政策匹配', '政策申报', '兑现名单', '付款批次', '兑现台账', '信贷产品', '额度测算', '贷款申请', '贷款成效', '全国推荐名单', '支持资金', '资金台账', '授权情况', '还款计算', '入驻审核', '单位管理', '人员管理', '双人复核', '任务中心'],
    en: ['Evaluations', 'Review', 'Objections', 'Runs', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Imports', 'Conflicts', 'Data quality', 'Cultivation library', 'Cultivation tasks', 'Policy library', 'Writing policies', 'Matching', 'Policy applications', 'Award lists', 'Payment batches', 'Award ledger', 'Loan products', 'Reference limits', 'Loan applications', 'What loans came to', 'National list', 'Support funds', 'Fund ledger', 'Consents', 'Instalments', 'Registrations', 'Organisations', 'People', 'Approvals', 'Jobs'],
  },
  reviewer: {
    zh: ['评价批次', '填报审核', '异议办理', '计算与发布', '企业积分查询', '积分分析', '指标方案', '企业名录', '数据导入', '数据冲突', '数据质量', '科技企业培育库', '培育任务', '政策库', '政策匹配', '信贷产品', '还款计算', '单位管理', '任务中心'],
    en: ['Evaluations', 'Review', 'Objections', 'Runs', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Imports', 'Conflicts', 'Data quality', 'Cultivation library', 'Cultivation tasks', 'Policy library', 'Matching', 'Loan products', 'Instalments', 'Organisations', 'Jobs'],
  },
  author: {
    zh: ['评价批次', '计算与发布', '积分分析', '指标方案', '企业名录', '政策库', '政策产品编制', '信贷产品', '还款计算', '单位管理', '任务中心'],
    en: ['Evaluations', 'Runs', 'Analysis', 'Schemes', 'Enterprises', 'Policy library', 'Writing policies', 'Loan products', 'Instalments', 'Organisations', 'Jobs'],
  },
  publisher: {
    zh: ['评价批次', '填报审核', '异议办理', '计算与发布', '企业积分查询', '积分分析', '指标方案', '企业名录', '数据冲突', '数据质量', '科技企业培育库', '政策库', '政策产品编制', '政策匹配', '政策申报', '兑现名单', '兑现台账', '信贷产品', '全国推荐名单', '还款计算', '单位管理', '任务中心'],
    en: ['Evaluations', 'Review', 'Objections', 'Runs', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Conflicts', 'Data quality', 'Cultivation library', 'Policy library', 'Writing policies', 'Matching', 'Policy applications', 'Award lists', 'Award ledger', 'Loan products', 'National list', 'Instalments', 'Organisations', 'Jobs'],
  },
  policy: {
    zh: ['评价批次', '企业积分查询', '积分分析', '指标方案', '企业名录', '科技企业培育库', '培育任务', '政策库', '政策产品编制', '政策匹配', '政策申报', '兑现名单', '付款批次', '兑现台账', '信贷产品', '额度测算', '贷款申请', '贷款成效', '全国推荐名单', '支持资金', '资金台账', '授权情况', '还款计算', '单位管理', '任务中心'],
    en: ['Evaluations', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Cultivation library', 'Cultivation tasks', 'Policy library', 'Writing policies', 'Matching', 'Policy applications', 'Award lists', 'Payment batches', 'Award ledger', 'Loan products', 'Reference limits', 'Loan applications', 'What loans came to', 'National list', 'Support funds', 'Fund ledger', 'Consents', 'Instalments', 'Organisations', 'Jobs'],
  },
  bank: {
    zh: ['政策库', '信贷产品', '产品编制', '贷款申请', '评分卡', '贷款成效', '授权企业', '企业筛选', '贷后预警', '消息推送', '还款计算', '单位管理', '任务中心'],
    en: ['Policy library', 'Loan products', 'Writing products', 'Loan applications', 'Scorecards', 'What loans came to', 'Consenting enterprises', 'Find enterprises', 'Alerts', 'Webhooks', 'Instalments', 'Organisations', 'Jobs'],
  },
  enterprise: {
    zh: ['企业填报', '异议办理', '我的积分', '企业名录', '我的培育阶梯', '政策库', '我的政策', '我的申报', '信贷产品', '我的额度', '我的贷款', '银行授权', '查阅记录', '还款计算', '单位管理', '任务中心'],
    en: ['Filing', 'Objections', 'My points', 'Enterprises', 'My ladder', 'Policy library', 'My policies', 'My applications', 'Loan products', 'My limits', 'My loans', 'Bank consents', 'Readings by banks', 'Instalments', 'Organisations', 'Jobs'],
  },
  auditor: {
    zh: ['评价批次', '填报审核', '异议办理', '计算与发布', '企业积分查询', '积分分析', '指标方案', '企业名录', '数据导入', '数据冲突', '数据质量', '科技企业培育库', '培育任务', '政策库', '政策产品编制', '政策匹配', '政策申报', '兑现名单', '付款批次', '兑现台账', '信贷产品', '额度测算', '贷款申请', '贷款成效', '全国推荐名单', '支持资金', '资金台账', '授权情况', '查阅记录', '还款计算', '入驻申请', '单位管理', '人员管理', '双人复核', '审计日志', '日志校验', '任务中心'],
    en: ['Evaluations', 'Review', 'Objections', 'Runs', 'Points', 'Analysis', 'Schemes', 'Enterprises', 'Imports', 'Conflicts', 'Data quality', 'Cultivation library', 'Cultivation tasks', 'Policy library', 'Writing policies', 'Matching', 'Policy applications', 'Award lists', 'Payment batches', 'Award ledger', 'Loan products', 'Reference limits', 'Loan applications', 'What loans came to', 'National list', 'Support funds', 'Fund ledger', 'Consents', 'Readings by banks', 'Instalments', 'Registrations', 'Organisations', 'People', 'Approvals', 'Audit log', 'Log verification', 'Jobs'],
  },
  system: {
    zh: ['单位管理', '日志校验', '数据备份', '任务中心'],
    en: ['Organisations', 'Log verification', 'Backups', 'Jobs'],
  },
  security: {
    zh: ['单位管理', '人员管理', '双人复核', '任务中心'],
    en: ['Organisations', 'People', 'Approvals', 'Jobs'],
  },
}

/** A place of the menu, whatever waits behind it. */
const begins = (label: string) => new RegExp(`^${label}( ?\\d.*)?$`)

for (const [login, menus] of Object.entries(MENUS)) {
  test(`${login} signs in, sees only what the role may, in both languages, and every page opens`, async ({ opens }) => {
    test.setTimeout(240_000)
    const page = await opens()
    await usesTheForm(page, login)
    for (const language of ['zh', 'en'] as Language[]) {
      const home = language === 'zh' ? '首页' : 'Home'
      const menu = page.getByRole('navigation', { name: language === 'zh' ? '菜单' : 'Menu' })
      await expect(menu.getByRole('link')).toHaveText([home, ...menus[language], ...MINE[language]].map(begins))
      for (const label of menus[language]) {
        await follows(page, menu.getByRole('link', { name: begins(label) }), 60_000)
        await expect(page.locator('.problem')).toHaveCount(0)
      }
      await page.getByRole('button', { name: language === 'zh' ? 'English' : '中文' }).click()
    }
    // The language is the profile's: it is the same in a window that prefers another.
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  })
}

test('the language chosen is remembered in the profile, not only in the browser', async ({ opens, newcomer }) => {
  // Nobody else changes the language of this person meanwhile.
  const login = await newcomer('publisher')
  const page = await opens()
  await usesTheForm(page, login)
  await expect(page.getByRole('heading', { level: 1, name: '您好' })).toBeVisible()
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
  await page.getByRole('button', { name: 'English' }).click()
  await saved
  const elsewhere = await opens({ language: 'zh' })
  await usesTheForm(elsewhere, login)
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible()
  const back = elsewhere.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
  await elsewhere.getByRole('button', { name: '中文' }).click()
  await back
})

test('a page that is not for the role says so, and one that does not exist too', async ({ person }) => {
  const page = await person('enterprise')
  await page.goto('/users')
  await expect(page.getByRole('heading', { name: '无权访问' })).toBeVisible()
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { name: '页面不存在' })).toBeVisible()
})

test('wrong passwords are refused without saying what was wrong', async ({ opens }) => {
  const page = await opens()
  await usesTheForm(page, 'nobody-at-all', 'wrong')
  await expect(page.getByRole('alert')).toContainText('账号、密码或动态码不正确')
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('alert')).toContainText('The name, password or code is not right')
})

test('who is not signed in comes back to the page they wanted', async ({ opens }) => {
  const page = await opens()
  await page.goto('/organisations?kind=bank')
  await expect(page).toHaveURL(/\/sign-in\?to=/)
  await page.locator('input[autocomplete=username]').fill('zone')
  await page.locator('input[autocomplete=current-password]').fill((JSON.parse(process.env.JIFEN_USUAL ?? '{}') as { password: string }).password)
  await page.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/organisations\?kind=bank$/)
  await expect(page.getByRole('row')).toHaveCount(2)
})
