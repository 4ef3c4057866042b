import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { ConsentReading } from '@/shared/api/types'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { nameOf } from '@/shared/words/common'
import { atSecond } from '@/shared/words/time'
import { consents } from './words'

function list({ sort, limit, cursor }: Wanted, signal: AbortSignal) {
  return good(api.GET('/api/v1/consent-readings', { params: { query: { sort, limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf(({ sort }, format) => api.GET('/api/v1/consent-readings/export', { params: { query: { sort, format } }, parseAs: 'blob' }))

/** Who of which bank read what, when and for what. */
export function ReadingsPage() {
  const t = consents.use()
  const own = may(useMe(), 'consent:grant')
  const columns: Column<ConsentReading>[] = [
    { key: 'read_at', title: t('readAt'), sort: 'read_at', render: (one) => atSecond(one.read_at), still: true },
    { key: 'bank', title: t('bank'), render: (one) => <Link to={`/consents/${one.consent_id}`}>{one.bank_name}</Link> },
    { key: 'reader', title: t('reader'), render: (one) => one.reader_name },
    ...(own ? [] : [{ key: 'enterprise', title: t('enterprise'), render: (one: ConsentReading) => one.enterprise_name }]),
    { key: 'field', title: t('field'), render: (one) => nameOf('consentField', one.field) },
    { key: 'purpose', title: t('purpose'), render: (one) => nameOf('consentPurpose', one.purpose) },
  ]
  return (
    <TablePage<ConsentReading>
      name="consent-readings"
      title={t('readingsTitle')}
      about={t(own ? 'readingsAbout' : 'readingsAboutAll')}
      search={[]}
      columns={columns}
      usualSort="-read_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      empty={{ title: t('readingsNone') }}
    />
  )
}

export { ReadingsPage as Component }
