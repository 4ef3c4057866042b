import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { today } from '@/shared/words/time'
import { askedReports, yearsBack, type Report, type TitleTable } from './titles'
import { titleWords } from './titleWords'

const STATES: readonly Report['state'][] = ['missed', 'silent', 'reported']
const TONES: Record<Report['state'], string> = { missed: 'bad', silent: 'wait', reported: 'good' }

/** Who made the annual report of a year and who missed it, by authorities' lists. */
export function ReportsTable({ zone, titles, actions, before }: TitleTable) {
  const t = titleWords.use()
  const me = useMe()
  const path = { id: zone }
  const columns: Column<Report>[] = [
    { key: 'name', title: t('name'), sort: 'name', render: (one) => <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> },
    { key: 'year', title: t('year'), render: (one) => one.year, still: true },
    { key: 'state', title: t('state'), render: (one) => <span className={`badge badge-${TONES[one.state]}`}>{t(`report.${one.state}`)}</span>, still: true },
    { key: 'reported_on', title: t('reportedOn'), render: (one) => one.reported_on, still: true },
    { key: 'missed', title: t('missedYears'), render: (one) => one.missed_years, number: true },
    { key: 'certificate', title: t('certificate'), render: (one) => one.certificate, still: true },
    { key: 'to', title: t('to'), render: (one) => one.valid_to, still: true },
    { key: 'park', title: t('park'), render: (one) => one.park, hidden: true },
  ]
  return (
    <TablePage<Report>
      name="annual-reports"
      title={t('list.annual-reports')}
      about={t('reportsAbout')}
      actions={actions}
      before={before}
      search={[
        { name: 'rung', label: t('label'), kind: 'choice', options: titles.map((one) => ({ value: one.rung, label: one.label })), usual: askedReports({}, titles).rung },
        { name: 'year', label: t('year'), kind: 'choice', options: yearsBack(today(), 10), usual: String(Number(today().slice(0, 4)) - 1) },
        { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: t(`report.${value}`) })) },
        { name: 'park', label: t('park'), kind: 'text' },
        { name: 'search', label: t('search'), kind: 'text' },
      ]}
      columns={columns}
      usualSort="name"
      list={({ filters, sort, limit, cursor }: Wanted, signal) =>
        good(
          api.GET('/api/v1/organisations/{id}/annual-reports', { params: { path, query: { ...askedReports(filters, titles), sort, limit, ...(cursor && { cursor }) } }, signal }),
        )
      }
      rowKey={(one) => one.enterprise_id}
      exporting={{
        formats: FORMATS,
        can: may(me, 'library:export') ? YES : no(t('exportNo')),
        fetch: (format, { filters, sort }) =>
          download(api.GET('/api/v1/organisations/{id}/annual-reports/export', { params: { path, query: { ...askedReports(filters, titles), sort, format } }, parseAs: 'blob' })),
      }}
      empty={{ title: t('reportsNone') }}
    />
  )
}
