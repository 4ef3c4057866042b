import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import { may, no, useMe, YES } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { nameOf } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { askedChanges, yearsBack, type Change, type TitleTable } from './titles'
import { titleWords } from './titleWords'

const CHANGES: readonly Change['change'][] = ['entered', 'renewed', 'expired', 'revoked', 'gone']
const TONES: Record<Change['change'], string> = { entered: 'good', renewed: 'good', expired: 'wait', revoked: 'bad', gone: 'plain' }

/** Who came onto a rung in a year and who left it, with the reason. */
export function ChangesTable({ zone, titles, actions, before }: TitleTable) {
  const t = titleWords.use()
  const me = useMe()
  const path = { id: zone }
  const columns: Column<Change>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/enterprises/${one.enterprise_id}`}>{one.name}</Link> },
    { key: 'label', title: t('label'), render: (one) => one.label },
    { key: 'change', title: t('change'), render: (one) => <span className={`badge badge-${TONES[one.change]}`}>{t(`change.${one.change}`)}</span>, still: true },
    { key: 'on', title: t('on'), sort: 'on', render: (one) => one.on, still: true },
    { key: 'reason', title: t('reason'), render: (one) => (one.change === 'gone' && one.reason ? nameOf('status', one.reason) : one.reason) },
    { key: 'certificate', title: t('certificate'), render: (one) => one.certificate, still: true },
    { key: 'document', title: t('document'), render: (one) => one.document },
    { key: 'park', title: t('park'), render: (one) => one.park, hidden: true },
  ]
  return (
    <TablePage<Change>
      name="title-changes"
      title={t('list.title-changes')}
      about={t('changesAbout')}
      actions={actions}
      before={before}
      search={[
        { name: 'rung', label: t('label'), kind: 'choice', options: titles.map((one) => ({ value: one.rung, label: one.label })) },
        { name: 'year', label: t('year'), kind: 'choice', options: yearsBack(today(), 10), usual: today().slice(0, 4) },
        { name: 'change', label: t('change'), kind: 'choice', options: CHANGES.map((value) => ({ value, label: t(`change.${value}`) })) },
        { name: 'left', label: t('direction'), kind: 'choice', options: [{ value: 'false', label: t('came') }, { value: 'true', label: t('left') }] },
        { name: 'park', label: t('park'), kind: 'text' },
        { name: 'search', label: t('search'), kind: 'text' },
      ]}
      columns={columns}
      usualSort="on"
      list={({ filters, sort, limit, cursor }: Wanted, signal) =>
        good(api.GET('/api/v1/organisations/{id}/title-changes', { params: { path, query: { ...askedChanges(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
      }
      rowKey={(one) => `${one.enterprise_id}${one.label}${one.change}${one.on}`}
      exporting={{
        formats: FORMATS,
        can: may(me, 'library:export') ? YES : no(t('exportNo')),
        fetch: (format, { filters, sort }) =>
          download(api.GET('/api/v1/organisations/{id}/title-changes/export', { params: { path, query: { ...askedChanges(filters), sort, format } }, parseAs: 'blob' })),
      }}
      empty={{ title: t('changesNone') }}
    />
  )
}
