import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { useMe } from '@/shared/me/me'
import { codeName, schemesQuery } from '@/shared/schemes/schemes'
import { useOrganisationNames } from '@/shared/organisations/organisations'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { useQuery } from '@tanstack/react-query'
import { ArrangeDrawer } from './ArrangeDrawer'
import { batchCan } from './can'
import { batches } from './words'

const STATES: readonly Batch['state'][] = ['draft', 'open', 'frozen', 'published', 'closed']

function asked({ filters, sort }: Wanted) {
  const { year, state, zone_id } = filters
  const number = Number(year)
  return {
    sort,
    ...(Number.isInteger(number) && number > 0 && { year: number }),
    ...(state && { state: state as Batch['state'] }),
    ...(zone_id && { zone_id }),
  }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/batches', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/batches/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** The evaluations a person may see. */
export function BatchesPage() {
  const t = batches.use()
  const me = useMe()
  const navigate = useNavigate()
  const [arranging, setArranging] = useState(false)
  const ofAllZones = me.organisation.kind === 'centre'
  const columns: Column<Batch>[] = [
    { key: 'title', title: t('name'), render: (one) => <Link to={`/batches/${one.id}`}>{one.title}</Link> },
    ...(ofAllZones ? [{ key: 'zone', title: t('zone'), render: (one: Batch) => <ZoneName id={one.zone_id} /> }] : []),
    { key: 'year', title: t('year'), sort: 'year', number: true, render: (one) => one.year },
    { key: 'state', title: t('state'), render: (one) => <Badge group="batch" word={one.state} />, still: true },
    { key: 'scheme', title: t('scheme'), render: (one) => <SchemeName path={one.scheme} /> },
    { key: 'opens_on', title: t('opensOn'), render: (one) => one.opens_on, still: true, hidden: true },
    { key: 'enterprise_deadline', title: t('enterpriseDeadline'), render: (one) => one.enterprise_deadline, still: true },
    { key: 'review_deadline', title: t('reviewDeadline'), render: (one) => one.review_deadline, still: true },
  ]
  const add = (
    <ActionButton type="primary" can={batchCan.make(me)} onClick={() => setArranging(true)}>
      {t('make')}
    </ActionButton>
  )
  return (
    <>
      <TablePage<Batch>
        name="batches"
        title={t('title')}
        about={t('about')}
        actions={add}
        search={[
          { name: 'year', label: t('year'), kind: 'text' },
          { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('batch', state) })) },
          ...(ofAllZones ? [{ name: 'zone_id', label: t('zone'), kind: 'organisation' as const }] : []),
        ]}
        columns={columns}
        usualSort="-year"
        list={list}
        exporting={exporting}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), about: t('noneAbout'), action: add }}
      />
      <ArrangeDrawer open={arranging} onClose={() => setArranging(false)} onArranged={(one) => void navigate(`/batches/${one.id}`)} />
    </>
  )
}

function SchemeName({ path }: { path: string }) {
  const { data } = useQuery(schemesQuery)
  const one = data?.find((known) => known.path === path)
  return one ? codeName([one], one.code) : <code>{path}</code>
}

function ZoneName({ id }: { id: string }) {
  return useOrganisationNames([id]).get(id) ?? '—'
}

export { BatchesPage as Component }
