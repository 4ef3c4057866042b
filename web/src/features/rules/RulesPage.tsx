import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { may, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { draftsQuery, type Draft } from './asked'
import { BeginDrawer } from './BeginDrawer'
import { rulesCan } from './can'
import { rules } from './words'

/** The policies and products that the zone and its banks write. */
export function RulesPage() {
  const t = rules.use()
  const me = useMe()
  const go = useNavigate()
  const [beginning, setBeginning] = useState(false)
  const found = useQuery(draftsQuery)
  const bank = may(me, 'disclosure:read')
  const columns: Column<Draft>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/rule-drafts/${one.id}`}>{one.name ?? t('unnamed')}</Link> },
    { key: 'kind', title: t('kind'), render: ({ kind }) => t(`kind.${kind as 'policy'}`), still: true },
    { key: 'version', title: t('version'), render: ({ rules_version: version }) => version ?? '—', still: true },
    { key: 'state', title: t('state'), render: ({ state }) => <Badge group="scheme" word={state} /> },
    { key: 'owner', title: t('owner'), render: ({ owner_name: name }) => name },
    { key: 'author', title: t('author'), render: ({ author_name: name }) => name ?? '—' },
    { key: 'changed', title: t('changedAt'), render: ({ changed_at: at }) => atMinute(at), still: true },
  ]
  const actions = (
    <ActionButton type="primary" can={rulesCan.begin(me)} onClick={() => setBeginning(true)}>
      {t('begin')}
    </ActionButton>
  )
  return (
    <Page title={t(bank ? 'titleBank' : 'title')} about={t(bank ? 'aboutBank' : 'about')} actions={actions}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {found.data && found.data.length > 0 && (
        <section className="card">
          <Rows label={t('title')} columns={columns} rows={found.data} rowKey={({ id }) => id} />
        </section>
      )}
      <BeginDrawer open={beginning} onClose={() => setBeginning(false)} onBegun={(id) => void go(`/rule-drafts/${id}`)} />
    </Page>
  )
}

export { RulesPage as Component }
