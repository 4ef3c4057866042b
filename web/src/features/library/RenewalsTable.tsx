import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { askedRenewals, type Renewal, type TitleTable } from './titles'
import { titleWords } from './titleWords'

/** Certificates that end within some months and have no successor. */
export function RenewalsTable({ zone, titles, actions, before }: TitleTable) {
  const t = titleWords.use()
  const me = useMe()
  const path = { id: zone }
  const columns: Column<Renewal>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> },
    { key: 'label', title: t('label'), render: (one) => one.label },
    { key: 'certificate', title: t('certificate'), render: (one) => one.certificate, still: true },
    { key: 'from', title: t('from'), render: (one) => one.valid_from, still: true },
    { key: 'valid_to', title: t('to'), sort: 'valid_to', render: (one) => one.valid_to, still: true },
    { key: 'days', title: t('days'), render: (one) => one.days_left, number: true },
    { key: 'park', title: t('park'), render: (one) => one.park, hidden: true },
    { key: 'source', title: t('source'), render: (one) => (titleWords.has(`source.${one.source}`) ? t(`source.${one.source}` as 'source.list') : one.source), still: true },
  ]
  return (
    <TablePage<Renewal>
      name="renewals"
      title={t('list.renewals')}
      about={t('renewalsAbout')}
      actions={actions}
      before={before}
      search={[
        { name: 'months', label: t('months'), kind: 'choice', options: ['3', '6', '12'].map((value) => ({ value, label: t('withinMonths', { count: value }) })), usual: '3' },
        { name: 'label', label: t('label'), kind: 'choice', options: titles.map((one) => ({ value: one.label, label: one.label })) },
        { name: 'lapsed', label: t('lapsed'), kind: 'choice', options: [{ value: 'true', label: t('lapsedYes') }] },
      ]}
      columns={columns}
      usualSort="valid_to"
      list={({ filters, sort, limit, cursor }: Wanted, signal) =>
        good(api.GET('/api/v1/organisations/{id}/renewals', { params: { path, query: { ...askedRenewals(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
      }
      rowKey={(one) => `${one.enterprise_id}${one.label}${one.valid_from}`}
      exporting={{
        formats: FORMATS,
        can: may(me, 'library:export') ? YES : no(t('exportNo')),
        fetch: (format, { filters, sort }) =>
          download(api.GET('/api/v1/organisations/{id}/renewals/export', { params: { path, query: { ...askedRenewals(filters), sort, format } }, parseAs: 'blob' })),
      }}
      empty={{ title: t('renewalsNone') }}
    />
  )
}
