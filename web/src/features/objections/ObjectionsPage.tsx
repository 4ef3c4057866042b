import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { Objection } from '@/shared/api/types'
import { batchesQuery } from '@/shared/batches/batches'
import { useDictionary } from '@/shared/dictionary/items'
import { useEnterpriseNames } from '@/shared/enterprises/names'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { useOpened } from '@/shared/table/opened'
import type { SearchField } from '@/shared/table/SearchForm'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { Clock } from './Clock'
import { ObjectionDrawer } from './ObjectionDrawer'
import { objections } from './words'

const STATES: readonly Objection['state'][] = ['open', 'upheld', 'dismissed', 'withdrawn']

function asked({ filters: { state, batch_id }, sort }: Wanted) {
  return { sort, ...(batch_id && { batch_id }), ...(state && { state: state as Objection['state'] }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/objections', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/objections/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** What enterprises object to, and what was decided. */
export function ObjectionsPage() {
  const t = objections.use()
  const me = useMe()
  const dictionary = useDictionary()
  const [opened, open] = useOpened()
  const officer = may(me, 'batch:list')
  const batches = useQuery({ ...batchesQuery, enabled: officer }).data?.items ?? []
  const value = (one: Objection, text: string | null | undefined) => (typeof text === 'string' ? dictionary.value(one.item, text) : t('none1'))
  const columns: Column<Objection>[] = [
    {
      key: 'item',
      title: t('item'),
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.id)}>
          {dictionary.name(one.item)}
        </button>
      ),
    },
    { key: 'enterprise', title: t('enterprise'), render: (one) => <EnterpriseName id={one.enterprise_id} /> },
    { key: 'value', title: t('value'), number: true, render: (one) => value(one, one.value) },
    { key: 'claimed', title: t('claimed'), number: true, render: (one) => value(one, one.claimed) },
    { key: 'state', title: t('state'), render: (one) => <Badge group="objection" word={one.state} />, still: true },
    { key: 'opened_on', title: t('opened'), sort: 'raised_at', render: (one) => one.opened_on, still: true },
    { key: 'due_on', title: t('due'), render: (one) => <Clock objection={one} />, still: true },
  ]
  const search: SearchField[] = [
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('objection', state) })) },
    ...(officer ? [{ name: 'batch_id', label: t('batch'), kind: 'choice' as const, options: batches.map((one) => ({ value: one.id, label: one.title })) }] : []),
  ]
  return (
    <>
      <TablePage<Objection>
        name="objections"
        title={t('title')}
        about={t('about')}
        search={search}
        columns={columns}
        usualSort="-raised_at"
        list={list}
        exporting={exporting}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), about: t('noneAbout') }}
      />
      <ObjectionDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

function EnterpriseName({ id }: { id: string }) {
  return useEnterpriseNames([id]).get(id) ?? '—'
}

export { ObjectionsPage as Component }
