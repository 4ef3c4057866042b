import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { AwardList } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute, counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { awards } from './words'

const STATES: readonly AwardList['state'][] = ['review', 'notice', 'paying', 'closed', 'cancelled']

function asked({ filters: { state, period }, sort }: Wanted) {
  return { sort, ...(state && { state: state as AwardList['state'] }), ...(period && { period: Number(period) }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/award-lists', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/award-lists/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Whom policies pay, list by list. */
export function ListsPage() {
  const t = awards.use()
  const columns: Column<AwardList>[] = [
    { key: 'policy', title: t('policy'), render: (one) => <Link to={`/award-lists/${one.id}`}>{one.policy_name}</Link> },
    { key: 'period', title: t('year'), render: (one) => one.period, still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="awardList" word={one.state} />, still: true },
    { key: 'entitled', title: t('entitled'), render: (one) => counted(one.entitled), number: true },
    { key: 'budget', title: t('budget'), render: (one) => (one.budget ? grouped(one.budget) : t('noLimit')), number: true },
    { key: 'notice_until', title: t('noticeUntil'), render: (one) => one.notice_until, still: true },
    { key: 'opened_at', title: t('openedAt'), sort: 'opened_at', render: (one) => atMinute(one.opened_at), still: true },
  ]
  const search: SearchField[] = [
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('awardList', value) })) },
    { name: 'period', label: t('year'), kind: 'text' },
  ]
  return (
    <TablePage<AwardList>
      name="award-lists"
      title={t('lists')}
      about={t('listsAbout')}
      search={search}
      columns={columns}
      usualSort="-opened_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      empty={{ title: t('noLists'), about: t('noListsAbout') }}
    />
  )
}

export { ListsPage as Component }
