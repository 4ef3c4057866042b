import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Scheme } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { useMe } from '@/shared/me/me'
import { schemesQuery } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { draftsQuery } from './asked'
import { BeginDrawer } from './BeginDrawer'
import { schemeCan } from './can'
import type { Draft } from './types'
import { schemes } from './words'

/** The schemes there are, and those that the zone writes itself. */
export function SchemesPage() {
  const t = schemes.use()
  const me = useMe()
  const go = useNavigate()
  const [beginning, setBeginning] = useState(false)
  const actions = (
    <ActionButton type="primary" can={schemeCan.begin(me)} onClick={() => setBeginning(true)}>
      {t('begin')}
    </ActionButton>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Own />
      <Library />
      <BeginDrawer open={beginning} onClose={() => setBeginning(false)} onBegun={(id) => void go(`/schemes/drafts/${id}`)} />
    </Page>
  )
}

function Own() {
  const t = schemes.use()
  const found = useQuery(draftsQuery)
  const columns: Column<Draft>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/schemes/drafts/${one.id}`}>{one.name ?? t('unnamed')}</Link> },
    { key: 'code', title: t('code'), render: ({ code }) => code ?? '—' },
    { key: 'version', title: t('version'), render: ({ scheme_version }) => scheme_version ?? '—', still: true },
    { key: 'state', title: t('state'), render: ({ state }) => <Badge group="scheme" word={state} /> },
    { key: 'author', title: t('author'), render: ({ author_name }) => author_name ?? '—' },
    { key: 'changed', title: t('changedAt'), render: ({ changed_at }) => atMinute(changed_at), still: true },
  ]
  return (
    <Section title={t('own')} about={t('ownAbout')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <Empty title={t('ownNone')} about={t('ownNoneAbout')} />}
      {found.data && found.data.length > 0 && <Rows label={t('own')} columns={columns} rows={found.data} rowKey={({ id }) => id} />}
    </Section>
  )
}

function Library() {
  const t = schemes.use()
  const found = useQuery(schemesQuery)
  const force = ({ from, until }: Scheme) => (!from ? '—' : until ? t('between', { from, until }) : t('from', { from }))
  const columns: Column<Scheme>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/schemes/view?path=${encodeURIComponent(one.path)}`}>{named(one.name)}</Link> },
    { key: 'version', title: t('version'), render: ({ version }) => version, still: true },
    { key: 'status', title: t('status'), render: ({ status }) => (status === 'official' ? t('status.official') : t('status.illustrative')) },
    { key: 'origin', title: t('origin'), render: ({ own }) => t(own ? 'origin.own' : 'origin.shipped') },
    { key: 'force', title: t('force'), render: force, still: true },
    { key: 'stages', title: t('stages'), render: ({ stages }) => stages.map(({ name }) => named(name)).join(' · ') },
    { key: 'indicators', title: t('indicator'), render: ({ indicators }) => indicators.length, number: true },
  ]
  return (
    <Section title={t('library')} about={t('libraryAbout')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Rows label={t('library')} columns={columns} rows={found.data} rowKey={({ path }) => path} />}
    </Section>
  )
}

export { SchemesPage as Component }
