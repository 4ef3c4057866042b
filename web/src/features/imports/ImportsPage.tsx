import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Import } from '@/shared/api/types'
import { batchesQuery } from '@/shared/batches/batches'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute, counted } from '@/shared/words/time'
import { importCan } from './can'
import { titlesQuery } from './ForList'
import { isList } from './lists'
import { outcomeOf } from './read'
import { SOURCES } from './sources'
import { imports } from './words'

const STATES: readonly Import['state'][] = ['uploaded', 'previewing', 'previewed', 'running', 'done', 'failed', 'cancelled']
const KINDS: readonly Import['kind'][] = ['register', 'values', 'titles', 'annual-reports']

function asked({ filters, sort }: Wanted) {
  const { kind, batch_id, source, state } = filters
  return {
    sort,
    ...(kind && { kind: kind as Import['kind'] }),
    ...(batch_id && { batch_id }),
    ...(source && { source }),
    ...(state && { state: state as Import['state'] }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/imports', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/imports/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Earlier imports, and the way to a new one. */
export function ImportsPage() {
  const t = imports.use()
  const me = useMe()
  const navigate = useNavigate()
  const batches = useQuery({ ...batchesQuery, enabled: may(me, 'batch:list') })
  const titles = new Map((batches.data?.items ?? []).map((batch) => [batch.id, batch.title]))
  const named = useQuery({ ...titlesQuery, enabled: may(me, 'library:list') })
  const rungs = new Map((named.data ?? []).map((title) => [title.rung, title.label]))
  const columns: Column<Import>[] = [
    { key: 'file', title: t('file'), render: (one) => <Link to={`/imports/${one.id}`}>{one.file_name}</Link> },
    { key: 'kind', title: t('kind'), render: (one) => t(`kind.${one.kind}`), still: true },
    { key: 'source', title: t('source'), render: (one) => sourceOf(one, rungs), still: true },
    { key: 'batch', title: t('batch'), render: (one) => titles.get(one.batch_id ?? '') },
    { key: 'state', title: t('state'), render: (one) => <Badge group="import" word={one.state} />, still: true },
    { key: 'counts', title: t('counts'), render: countsOf, number: true, still: true },
    { key: 'by', title: t('by'), render: (one) => one.created_by_name, still: true },
    { key: 'created_at', title: t('at'), sort: 'created_at', render: (one) => atMinute(one.created_at), still: true },
  ]
  const add = (
    <ActionButton type="primary" can={importCan.make(me)} onClick={() => void navigate('/imports/new')}>
      {t('new')}
    </ActionButton>
  )
  return (
    <TablePage<Import>
      name="imports"
      title={t('title')}
      about={t('about')}
      actions={add}
      search={[
        { name: 'kind', label: t('kind'), kind: 'choice', options: KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })) },
        { name: 'source', label: t('source'), kind: 'choice', options: SOURCES.map((source) => ({ value: source, label: nameOf('source', source) })) },
        { name: 'batch_id', label: t('batch'), kind: 'choice', options: [...titles].map(([value, label]) => ({ value, label })) },
        { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('import', state) })) },
      ]}
      columns={columns}
      usualSort="-created_at"
      list={list}
      exporting={exporting}
      rowKey={(one) => one.id}
      empty={{ title: t('none'), about: t('noneAbout'), action: add }}
    />
  )
}

/** The department, or the title that an authority's list is about. */
function sourceOf(one: Import, rungs: Map<string, string>): string | null {
  if (one.kind === 'values') return nameOf('source', one.source)
  return isList(one.kind) ? (rungs.get(one.source) ?? one.source) : null
}

function countsOf(one: Import): string | null {
  const outcome = outcomeOf(one)
  if (!outcome) return null
  return [outcome.created, outcome.changed, outcome.unchanged, outcome.rejected].map(counted).join(' / ')
}

export { ImportsPage as Component }
