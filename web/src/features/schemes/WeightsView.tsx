import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { drafting } from './draftWords'
import { Pairwise } from './Pairwise'
import type { Weights, Whole } from './types'
import { weighing } from './weightWords'

const SETS = ['present', 'equal', 'entropy', 'critic'] as const

/** What weights the indicators of a stage could have. */
export function WeightsView({ whole, saved }: { whole: Whole; saved: boolean }) {
  const t = weighing.use()
  const d = drafting.use()
  const id = useId()
  const stages = whole.shown?.stages ?? []
  const [stage, setStage] = useState<string | undefined>(undefined)
  const found = useQuery({
    queryKey: ['schemes', 'weights', whole.id, whole.version, stage],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/scheme-drafts/{id}/weights', { params: { path: { id: whole.id }, query: { ...(stage && { stage }) } }, signal })),
    enabled: whole.sound,
    placeholderData: (before) => before,
    retry: false,
  })
  if (!whole.sound) return <p className="about">{d('trialProblems')}</p>
  return (
    <>
      <p className="note">
        {t('about')} {!saved && t('unsaved')}
      </p>
      <div className="questions">
        <div className="field-inline">
          <label htmlFor={id}>{t('stage')}</label>
          <Choice id={id} always value={stage ?? found.data?.stage} onChange={setStage} options={stages.map((one) => ({ value: one.code, label: named(one.name) }))} />
        </div>
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Sets of={found.data} />}
      {whole.shown && <Pairwise shown={whole.shown} />}
    </>
  )
}

function Sets({ of }: { of: Weights }) {
  const t = weighing.use()
  const columns: Column<Weights['indicators'][number]>[] = [
    { key: 'name', title: t('indicator'), render: ({ name }) => named(name) },
    ...SETS.map((set) => ({
      key: set,
      title: t(set),
      number: true,
      render: ({ points, weights }: Weights['indicators'][number]) => t('cell', { points: points[set] ?? '—', weight: weights[set] ?? '—' }),
    })),
  ]
  return (
    <>
      <p className="about">{t('enterprises', { count: counted(of.enterprises) })}</p>
      <Rows label={t('indicator')} columns={columns} rows={of.indicators} rowKey={({ code }) => code} />
      <h3 className="board-heading">{t('agreement')}</h3>
      <Facts facts={SETS.map((set) => [t(set), of.agreement[set] ?? '—'])} />
    </>
  )
}
