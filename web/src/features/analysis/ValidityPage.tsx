import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import { named } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import type { Published } from '@/shared/points/published'
import { useScheme } from '@/shared/schemes/schemes'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { Asked, useAsked, View, WithRun } from './Frame'
import { OUTCOMES, type Outcome } from './validity'
import { validity } from './validity-words'
import { ValidityReport } from './ValidityReport'
import { analysis } from './words'

const PERCENTS = ['0', '5', '10', '20', '30', '50', '100']

/** Whether points told who would grow, and who would repay. */
export function ValidityPage() {
  return <WithRun>{(_, all) => <Tested all={all} />}</WithRun>
}

function Tested({ all }: { all: readonly Published[] }) {
  const me = useMe()
  const [asked] = useAsked()
  const outcomes = OUTCOMES.filter((one) => one === 'growth' || may(me, 'loan:analyse'))
  const outcome = outcomes.find((one) => one === asked('outcome')) ?? 'growth'
  // Growth is told of a year that has a later one.
  const usual = outcome === 'growth' ? (all.find((one) => laterThan(one, all).length > 0) ?? all[0]) : all[0]
  const chosen = all.find(({ run }) => run.id === asked('run')) ?? usual
  if (!chosen) return null
  const props = { all, usual, chosen, outcomes }
  return outcome === 'growth' ? <Growth {...props} /> : <Loans {...props} outcome={outcome} />
}

/** The published years after `one` in its zone, the next one first. */
function laterThan({ batch }: Published, all: readonly Published[]): Published[] {
  const later = all.filter((other) => other.batch.zone_id === batch.zone_id && other.batch.year > batch.year)
  return later.sort((left, right) => left.batch.year - right.batch.year)
}

interface Props {
  all: readonly Published[]
  usual: Published | undefined
  chosen: Published
  outcomes: readonly Outcome[]
}

function useStage(chosen: Published) {
  const [asked] = useAsked()
  const scheme = useScheme(chosen.batch.scheme)
  const stages = (scheme?.stages ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))
  return { stages, stage: stages.find(({ value }) => value === asked('stage'))?.value }
}

function Growth({ all, usual, chosen, outcomes }: Props) {
  const t = validity.use()
  const [asked] = useAsked()
  const { stages, stage } = useStage(chosen)
  const later = laterThan(chosen, all)
  const other = later.find(({ run }) => run.id === asked('with')) ?? later[0]
  const percent = PERCENTS.find((one) => one === asked('at_least')) ?? '10'
  const item = asked('item')
  const id = chosen.run.id
  const query = { with: other?.run.id ?? '', at_least: percent, ...(item && { item }), ...(stage && { stage }) }
  const found = useQuery({
    queryKey: ['analysis', 'growth-validity', id, query],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/growth-validity', { params: { path: { id }, query }, signal })),
    enabled: other !== undefined,
  })
  const items = (found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))
  const told = items.find(({ value }) => value === found.data?.item)
  const questions = (
    <>
      <OutcomeAsked outcomes={outcomes} outcome="growth" />
      {other && <Asked name="with" label={t('later')} options={later.map(({ run, batch }) => ({ value: run.id, label: batch.title }))} value={other.run.id} />}
      {told && <Asked name="item" label={t('item')} options={items} value={told.value} />}
      {other && <Asked name="at_least" label={t('atLeast')} options={PERCENTS.map((value) => ({ value, label: `${value}%` }))} value={percent} />}
      {other && <Asked name="stage" label={analysis.say('stage')} options={stages} nothing={t('allStages')} value={stage} />}
    </>
  )
  return (
    <View all={all} usual={usual} questions={questions}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {!other && <Empty title={t('none')} about={t('noneAbout')} />}
      {other && found.isPending && <Loading />}
      {found.data?.validity.observed === 0 && <Empty title={t('noGrowth')} />}
      {found.data && found.data.validity.observed > 0 && (
        <ValidityReport of={found.data.validity} outcome="growth" about={t('growthOf', { year: found.data.later_year, item: told?.label ?? '', percent: found.data.at_least })} />
      )}
    </View>
  )
}

function Loans({ all, usual, chosen, outcomes, outcome }: Props & { outcome: 'overdue' | 'default' }) {
  const t = validity.use()
  const { stages, stage } = useStage(chosen)
  const id = chosen.run.id
  // How far points have moved is told against the year before.
  const before = all.find(({ batch }) => batch.zone_id === chosen.batch.zone_id && batch.year < chosen.batch.year)
  const query = { outcome, ...(before && { with: before.run.id }), ...(stage && { stage }) }
  const found = useQuery({
    queryKey: ['analysis', 'loan-validity', id, query],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/loan-validity', { params: { path: { id }, query }, signal })),
  })
  const questions = (
    <>
      <OutcomeAsked outcomes={outcomes} outcome={outcome} />
      <Asked name="stage" label={analysis.say('stage')} options={stages} nothing={t('allStages')} value={stage} />
    </>
  )
  return (
    <View all={all} usual={usual} questions={questions}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.validity.observed === 0 && <Empty title={t('noLoans')} about={t('noLoansAbout')} />}
      {found.data && found.data.validity.observed > 0 && <ValidityReport of={found.data.validity} outcome={outcome} about={t('loans', { count: counted(found.data.loans) })} />}
    </View>
  )
}

function OutcomeAsked({ outcomes, outcome }: { outcomes: readonly Outcome[]; outcome: Outcome }) {
  const t = validity.use()
  return <Asked name="outcome" label={t('outcome')} options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))} value={outcome} />
}

export { ValidityPage as Component }
