import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { Refused } from '@/shared/api/problem'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import type { Notice } from '@/shared/notices/notices'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { uiWords } from '@/shared/ui/words'
import { nameOf } from '@/shared/words/common'
import { language } from '@/shared/words/i18n'
import { grouped } from '@/shared/words/values'
import { atMinute } from '@/shared/words/time'
import { notices } from './words'

function asked({ filters, sort }: Wanted) {
  return { sort, ...(filters.unread && { unread: true }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/notices', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/notices/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** What the platform told one's organisation. */
export function NoticesPage() {
  const t = notices.use()
  const u = uiWords.use()
  const me = useMe()
  const client = useQueryClient()
  const dictionary = useDictionary()
  const { message } = App.useApp()
  const read = async (id: string) => {
    try {
      await good(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['notices'] })
    } catch (error) {
      message.error(error instanceof Refused ? error.message : u('unreachable'))
    }
  }
  const columns: Column<Notice>[] = [
    { key: 'notice', title: t('notice'), render: (one) => <span className={one.read_at ? undefined : 'unread'}>{textOf(one, dictionary, t)}</span> },
    { key: 'kind', title: t('kind'), render: (one) => (notices.has(`kind.${one.kind}`) ? t(`kind.${one.kind}` as 'kind.reminder') : one.kind), still: true },
    { key: 'sent_at', title: t('sent'), sort: 'sent_at', render: (one) => atMinute(one.sent_at), still: true },
    { key: 'state', title: t('state'), render: (one) => (one.read_at ? t('read') : <span className="badge badge-wait">◔ {t('unread')}</span>), still: true },
  ]
  return (
    <TablePage<Notice>
      name="notices"
      title={t('title')}
      about={t('about')}
      search={[{ name: 'unread', label: t('state'), kind: 'choice', options: [{ value: 'true', label: t('unreadOnly') }] }]}
      columns={columns}
      usualSort="-sent_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      rowActions={{
        title: t('doing'),
        render: (one) => (
          <span className="badges">
            {one.kind === 'tasks-due' && may(me, 'task:list') && <Link to="/tasks?mine=true&open=true">{t('goTasks')}</Link>}
            {one.kind.startsWith('award-') && may(me, 'award:confirm') && <Link to="/my-policies">{t('goAward')}</Link>}
            {one.kind.startsWith('loan-') && <Link to={loanOf(one)}>{t('goLoan')}</Link>}
            {one.kind === 'policy-open' && may(me, 'policy-application:apply') && <Link to={applyTo(one)}>{t('goApply')}</Link>}
            {one.kind.startsWith('policy-a') && <Link to={applicationOf(one)}>{t('goApplication')}</Link>}
            {one.kind.startsWith('rules-') && <Link to={draftOf(one)}>{t('goRules')}</Link>}
            {one.kind.startsWith('consent-') && may(me, 'disclosure:read') && <Link to="/consents">{t('goConsents')}</Link>}
            {!['tasks-due', 'award-', 'loan-', 'consent-', 'rules-', 'policy-'].some((begin) => one.kind.startsWith(begin)) && may(me, 'filing:write') && <Link to={one.kind === 'objection-decided' ? '/objections' : '/filings'}>{t(one.kind === 'published' ? 'goResult' : 'go')}</Link>}
            {!one.read_at && (
              <Button size="small" aria-label={t('markReadOf')} onClick={() => void read(one.id)}>
                {t('markRead')}
              </Button>
            )}
          </span>
        ),
      }}
      empty={{ title: t('none') }}
    />
  )
}

/** The policy or product being written that a notice is about. */
function draftOf({ detail }: Notice): string {
  const id = (detail as { draft_id?: unknown } | null)?.draft_id
  return typeof id === 'string' ? `/rule-drafts/${id}` : '/rule-drafts'
}

/** Where one applies under the policy a notice is about. */
function applyTo({ detail }: Notice): string {
  const code = (detail as { code?: unknown } | null)?.code
  return typeof code === 'string' ? `/policies/${encodeURIComponent(code)}/apply` : '/my-policies'
}

/** The application under a policy a notice is about. */
function applicationOf({ detail }: Notice): string {
  const id = (detail as { application_id?: unknown } | null)?.application_id
  return typeof id === 'string' ? `/policy-applications/${id}` : '/policy-applications'
}

/** The loan a notice is about. */
function loanOf({ detail }: Notice): string {
  const id = (detail as { loan_id?: unknown } | null)?.loan_id
  return typeof id === 'string' ? `/loans/${id}` : '/loans'
}

/** A notice in the reader's language; one this page does not know is named by its kind. */
function textOf({ kind, detail }: Notice, dictionary: Dictionary, t: ReturnType<typeof notices.use>): string {
  const known = (typeof detail === 'object' && detail !== null ? detail : {}) as Record<string, unknown>
  const text = (name: string) => (typeof known[name] === 'string' || typeof known[name] === 'number' ? String(known[name]) : '')
  if (kind === 'filing-returned') {
    const fields = (Array.isArray(known.fields) ? known.fields : []) as { item?: string; reason?: string }[]
    const told = fields.map(({ item, reason = '' }) => t('field', { name: item ? dictionary.name(item) : t('wholeFiling'), reason }))
    return t('text.filing-returned', { count: fields.length, fields: told.join('、') })
  }
  if (kind === 'objection-decided') {
    return t('text.objection-decided', { item: dictionary.name(text('item')), state: nameOf('objection', text('state')), reason: text('reason') })
  }
  if (kind.startsWith('award-') && notices.has(`text.${kind}`)) {
    const english = language() === 'en' ? text('policy_en') : ''
    const told = { policy: english || text('policy'), year: text('year'), amount: grouped(text('amount')), until: text('until'), reason: text('reason') }
    return t(`text.${kind}` as 'text.award-shown', { ...told, state: nameOf('awardObjection', text('state')) } as typeof told)
  }
  if (kind.startsWith('policy-') && notices.has(`text.${kind}`)) {
    const english = language() === 'en' ? text('policy_en') : ''
    const told = { policy: english || text('policy'), year: text('year'), due: text('due') || t('noDue'), reason: text('reason') }
    return t(`text.${kind}` as 'text.policy-application-moved', { ...told, state: nameOf('policyApplication', text('state')) })
  }
  if (kind.startsWith('loan-') && notices.has(`text.${kind}`)) {
    const english = language() === 'en' ? text('product_en') : ''
    const told = { product: english || text('product'), amount: grouped(text('amount')), since: text('since'), until: text('until') }
    return t(`text.${kind}` as 'text.loan-moved', { ...told, action: nameOf('loanAction', text('action')), step: nameOf('loanStep', text('step')), state: nameOf('loan', text('state')) })
  }
  if (kind === 'rules-moved' && notices.has(`text.rules-${text('action')}`)) {
    return t(`text.rules-${text('action')}` as 'text.rules-send-back', { name: text('name'), reason: text('reason') })
  }
  if (kind === 'rules-ending') {
    const all = language() === 'en' ? known.names_en : known.names
    const names = (Array.isArray(all) ? all : []) as string[]
    return t('text.rules-ending', { policies: text('policies'), products: text('products'), next: text('next'), names: names.join(language() === 'en' ? ', ' : '、') })
  }
  if (kind === 'consent-granted' || kind === 'consent-revoked') {
    return t(`text.${kind}`, { purpose: nameOf('consentPurpose', text('purpose')), until: text('valid_until') })
  }
  if (kind === 'tasks-due') {
    const names = (Array.isArray(known.enterprises) ? known.enterprises : []) as string[]
    return t('text.tasks-due', { soon: text('soon'), overdue: text('overdue'), enterprises: names.join('、') })
  }
  const key = `text.${kind}`
  if (!notices.has(key)) return kind
  return t(key, { batch: text('batch'), deadline: text('deadline'), reason: text('reason'), message: text('message'), before: text('before') })
}

export { NoticesPage as Component }
