import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { operations } from '@/shared/api/schema'
import { YES, may, no, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { auditKnown, auditName } from '@/shared/words/audit'
import { common, nameOf } from '@/shared/words/common'
import { atSecond, beginningOf, endOf } from '@/shared/words/time'
import { RowDrawer } from './RowDrawer'
import { audit } from './words'

export type AuditRow = operations['list_audit']['responses'][200]['content']['application/json']['items'][number]
type Outcome = AuditRow['outcome']

const OUTCOMES: readonly Outcome[] = ['done', 'refused', 'failed']
const FIELDS = ['actor', 'actor_id', 'address', 'action', 'resource', 'resource_id', 'purpose', 'request_id'] as const

function asked({ filters, sort }: Wanted) {
  const plain = Object.fromEntries(FIELDS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))
  return {
    ...plain,
    sort,
    ...(filters.outcome && { outcome: filters.outcome as Outcome }),
    ...(filters.from && { from: beginningOf(filters.from) }),
    ...(filters.until && { until: endOf(filters.until) }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/audit', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** The words of a group that the log may hold, for choosing. */
function known(group: 'action' | 'resource') {
  return auditKnown(group).map((word) => ({ value: word, label: auditName(group, word) }))
}

/** What was done, by whom, when. */
export function AuditPage() {
  const t = audit.use()
  const me = useMe()
  const [opened, open] = useState<AuditRow | null>(null)
  const search: SearchField[] = [
    { name: 'from', label: t('from'), kind: 'day' },
    { name: 'until', label: t('until'), kind: 'day' },
    { name: 'action', label: t('what'), kind: 'choice', options: known('action') },
    { name: 'resource', label: t('resource'), kind: 'choice', options: known('resource') },
    { name: 'outcome', label: t('outcome'), kind: 'choice', options: OUTCOMES.map((word) => ({ value: word, label: nameOf('outcome', word) })) },
    { name: 'actor', label: t('who'), kind: 'text' },
    { name: 'address', label: t('address'), kind: 'text' },
    { name: 'purpose', label: t('purpose'), kind: 'text' },
    { name: 'request_id', label: t('request'), kind: 'text' },
    { name: 'actor_id', label: t('actorId'), kind: 'text' },
    { name: 'resource_id', label: t('objectId'), kind: 'text' },
  ]
  const columns: Column<AuditRow>[] = [
    {
      key: 'seq',
      title: t('seq'),
      sort: 'seq',
      render: (row) => (
        <button type="button" className="link-button" onClick={() => open(row)}>
          {row.seq}
        </button>
      ),
    },
    { key: 'at', title: t('at'), render: (row) => atSecond(row.at), still: true },
    { key: 'who', title: t('who'), render: (row) => row.actor_name ?? t('nobody') },
    { key: 'what', title: t('what'), render: (row) => auditName('action', row.action) },
    { key: 'on', title: t('on'), render: (row) => auditName('resource', row.resource) },
    { key: 'outcome', title: t('outcome'), render: (row) => <Badge group="outcome" word={row.outcome} />, still: true },
    { key: 'address', title: t('address'), render: (row) => row.address },
    { key: 'request', title: t('request'), render: (row) => row.request_id && <code>{row.request_id}</code>, hidden: true },
  ]
  return (
    <>
      <TablePage<AuditRow>
        name="audit"
        title={t('title')}
        about={t('about')}
        search={search}
        columns={columns}
        usualSort="-seq"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'audit:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) => download(api.GET('/api/v1/audit/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(row) => row.seq}
        empty={{ title: t('none') }}
      />
      <RowDrawer row={opened} onClose={() => open(null)} />
    </>
  )
}

export { AuditPage as Component }
