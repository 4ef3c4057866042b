import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'
import type { Run } from '@/shared/api/types'
import { useDictionary } from '@/shared/dictionary/items'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { runs } from './words'

type Comparison = components['schemas']['Comparison']
type Mover = components['schemas']['Mover']

/** A run beside the one before: how many move, who, by how much, and why. */
export function ComparisonSection({ run, scheme }: { run: Run; scheme: string }) {
  const t = runs.use()
  const found = useQuery({
    queryKey: ['runs', 'comparison', run.id],
    // The first run has none before it, and that is an answer.
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/runs/{id}/comparison', { params: { path: { id: run.id } }, signal })).catch((error: unknown) => {
        if (codeOf(error) === 'not-found') return null
        throw error
      }),
  })
  const about = found.data === null ? t('noComparison') : found.data ? t(found.data.same_batch ? 'sameBatch' : 'otherBatch') : undefined
  return (
    <Section title={t('comparison')} about={about}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Counts comparison={found.data} />}
      {found.data && <Movers movers={found.data.movers} scheme={scheme} />}
    </Section>
  )
}

function Counts({ comparison: { up, down, same, stages, new_vetoes, came, went } }: { comparison: Comparison }) {
  const t = runs.use()
  const all: [string, number][] = [
    [t('up'), up],
    [t('down'), down],
    [t('same'), same],
    [t('stages'), stages],
    [t('newVetoes'), new_vetoes],
    [t('came'), came],
    [t('went'), went],
  ]
  return (
    <ul className="tallies">
      {all.map(([label, count]) => (
        <li key={label}>
          <span>{label}</span>
          <strong>{counted(count)}</strong>
        </li>
      ))}
    </ul>
  )
}

const STEP = 20

function Movers({ movers, scheme }: { movers: readonly Mover[]; scheme: string }) {
  const t = runs.use()
  const dictionary = useDictionary()
  const known = useScheme(scheme)
  const [shown, setShown] = useState(STEP)
  if (movers.length === 0) return <p className="about">{t('nobodyMoved')}</p>
  const change = (before: string | null | undefined, after: string | null | undefined) =>
    before === after ? (after ?? t('nothing')) : t('change', { before: before ?? t('nothing'), after: after ?? t('nothing') })
  const place = (rank: number | null | undefined) => (typeof rank === 'number' ? String(rank) : null)
  const stage = (code: string | null | undefined) => codeName(known?.stages, code)
  const total = (value: string | null | undefined, veto: string | null | undefined) => (veto ? codeName(known?.vetoes, veto) : value)
  return (
    <>
      <h3 className="board-heading">{t('movers')}</h3>
      <Rows<Mover>
        label={t('movers')}
        rows={movers.slice(0, shown)}
        rowKey={(one) => one.enterprise_id}
        columns={[
          { key: 'name', title: t('enterprise'), render: (one) => one.name },
          { key: 'total', title: t('total'), number: true, render: (one) => change(total(one.before, one.withheld_before), total(one.after, one.withheld_after)) },
          { key: 'rank', title: t('rank'), number: true, render: (one) => change(place(one.rank_before), place(one.rank_after)) },
          { key: 'stage', title: t('stage'), render: (one) => change(stage(one.stage_before), stage(one.stage_after)) },
          { key: 'cause', title: t('cause'), render: (one) => one.cause && nameOf('cause', one.cause), still: true },
          { key: 'items', title: t('items'), render: (one) => one.items.map((item) => dictionary.name(item)).join('、') },
        ]}
      />
      {movers.length > shown && (
        <div className="pager">
          <Button onClick={() => setShown(shown + 5 * STEP)}>{t('moreMovers', { count: movers.length - shown })}</Button>
        </div>
      )}
    </>
  )
}
