import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api, good } from '@/shared/api/client'
import type { Batch, Run, RunResult } from '@/shared/api/types'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { named, useDictionary } from '@/shared/dictionary/items'
import { may, no, useMe, YES } from '@/shared/me/me'
import { ResultView } from '@/shared/results/ResultView'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { useOpened } from '@/shared/table/opened'
import type { SearchField } from '@/shared/table/SearchForm'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { runs } from './words'

interface Props {
  run: Run
  batch: Batch
  actions: ReactNode
  before: ReactNode
}

function asked({ stage, grade, withheld }: Record<string, string>) {
  return { ...(stage && { stage }), ...(grade && { grade }), ...(withheld && { withheld: true }) }
}

/** The results of a run by place. */
export function Results({ run, batch, actions, before }: Props) {
  const t = runs.use()
  const me = useMe()
  const dictionary = useDictionary()
  const scheme = useScheme(batch.scheme)
  const [opened, open] = useOpened()
  const title = t('numberOf', { year: batch.year, number: run.number })
  const list = async ({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) => {
    // Whoever publishes need not see the points of single enterprises.
    if (!may(me, 'run:results')) return { items: [], total: 0 }
    return good(api.GET('/api/v1/runs/{id}/results', { params: { path: { id: run.id }, query: { ...asked(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
  }
  const exporting = {
    ...exportingOf(({ filters, sort }, format) => api.GET('/api/v1/runs/{id}/results/export', { params: { path: { id: run.id }, query: { ...asked(filters), sort, format } }, parseAs: 'blob' })),
    can: may(me, 'result:export') ? YES : no(common.say('notAllowed')),
  }
  const columns: Column<RunResult>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.enterprise_id)}>
          {one.name ?? one.enterprise_id}
        </button>
      ),
    },
    { key: 'rank', title: t('rank'), sort: 'rank', number: true, render: (one) => one.rank },
    { key: 'total', title: t('total'), number: true, render: (one) => (one.withheld ? codeName(scheme?.vetoes, one.withheld) : one.total) },
    { key: 'grade', title: t('grade'), render: (one) => one.grade },
    { key: 'stage', title: t('stage'), render: (one) => codeName(scheme?.stages, one.stage), still: true },
    { key: 'stage_rank', title: t('stageRank'), number: true, render: (one) => one.stage_rank },
    { key: 'field', title: t('field'), render: (one) => one.field && dictionary.value('tech_field', one.field), hidden: true },
    { key: 'coverage', title: t('coverage'), number: true, render: (one) => `${one.known} / ${one.asked}` },
    { key: 'credit_code', title: t('credit'), render: (one) => one.credit_code && <code>{one.credit_code}</code>, hidden: true },
  ]
  const search: SearchField[] = [
    { name: 'stage', label: t('stage'), kind: 'choice', options: (scheme?.stages ?? []).map((one) => ({ value: one.code, label: named(one.name) })) },
    { name: 'grade', label: t('grade'), kind: 'text' },
    { name: 'withheld', label: t('withheld'), kind: 'choice', options: [{ value: 'true', label: t('withheldOnly') }] },
  ]
  return (
    <>
      <TablePage<RunResult>
        name="results"
        scope={run.id}
        title={title}
        about={batch.title}
        actions={actions}
        before={before}
        search={search}
        columns={columns}
        usualSort="rank"
        list={list}
        exporting={exporting}
        rowKey={(one) => one.enterprise_id}
        empty={{ title: t('noResults') }}
      />
      <ResultDrawer run={run} batch={batch} enterprise={opened} onClose={() => open(null)} />
    </>
  )
}

/** What one enterprise got, indicator by indicator. */
function ResultDrawer({ run, batch, enterprise, onClose }: { run: Run; batch: Batch; enterprise: string | null; onClose: () => void }) {
  const t = runs.use()
  const found = useQuery({
    queryKey: ['participants', 'of', batch.id, enterprise],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants', { params: { query: { batch_id: batch.id, enterprise_id: enterprise ?? '', limit: 1 } }, signal })),
    enabled: enterprise !== null,
  })
  const one = found.data?.items[0]
  return (
    <DetailDrawer title={one?.name ?? t('details')} open={enterprise !== null} onClose={onClose}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {one && run.state === 'published' && <ResultView participant={one.id} scheme={batch.scheme} />}
      {one && run.state !== 'published' && <p className="about">{t('onlyPublished')}</p>}
    </DetailDrawer>
  )
}
