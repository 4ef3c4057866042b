import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { named } from '@/shared/dictionary/items'
import type { Published } from '@/shared/points/published'
import { useScheme } from '@/shared/schemes/schemes'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { Asked, useAsked, View, WithRun } from './Frame'
import { HeatTable } from './HeatTable'
import { percent } from './kinds'
import { strongest } from './strongest'
import { analysis } from './words'

type Statistics = components['schemas']['IndicatorStatistics']
type Indicator = components['schemas']['StatisticsOfIndicator']

/** What each indicator of a stage tells. */
export function IndicatorsPage() {
  return <WithRun>{(chosen, all) => <OfStage chosen={chosen} all={all} />}</WithRun>
}

function OfStage({ chosen, all }: { chosen: Published; all: readonly Published[] }) {
  const t = analysis.use()
  const [asked] = useAsked()
  const scheme = useScheme(chosen.batch.scheme)
  const stages = (scheme?.stages ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))
  const stage = stages.find(({ value }) => value === asked('stage'))?.value
  const id = chosen.run.id
  const found = useQuery({
    queryKey: ['analysis', 'indicators', id, stage],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/indicators', { params: { path: { id }, query: stage ? { stage } : {} }, signal })),
  })
  return (
    <View all={all} questions={<Asked name="stage" label={t('stage')} options={stages} value={stage ?? found.data?.stage ?? undefined} />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.indicators.length === 0 && <Empty title={t('indicatorsNone')} />}
      {found.data && found.data.indicators.length > 0 && (
        <>
          <Lines of={found.data} stage={stages.find(({ value }) => value === found.data.stage)?.label ?? ''} />
          <Correlations of={found.data} />
        </>
      )}
    </View>
  )
}

function Lines({ of, stage }: { of: Statistics; stage: string }) {
  const t = analysis.use()
  const number = (key: string, title: string, value: (one: Indicator) => string | null | undefined): Column<Indicator> => ({ key, title, render: (one) => value(one) ?? '—', number: true, still: true })
  const columns: Column<Indicator>[] = [
    { key: 'name', title: t('indicator'), render: ({ name }) => named(name) },
    { key: 'apart', title: t('apart'), render: ({ tells_apart: apart }) => (apart ? t('apart.yes') : <span className="badge badge-bad">✕ {t('apart.no')}</span>), still: true },
    number('known', t('known'), ({ known }) => percent(known)),
    number('zero', t('zero'), ({ zero }) => percent(zero)),
    number('nothing', t('empty'), ({ nothing }) => percent(nothing)),
    number('everything', t('everything'), ({ everything }) => percent(everything)),
    number('mean', t('meanOfFull'), ({ mean, full }) => `${mean ?? '—'} / ${full}`),
    number('deviation', t('deviation'), ({ deviation }) => deviation),
    number('skewness', t('skewness'), ({ skewness }) => skewness),
    number('rest', t('withRest'), ({ with_rest: rest }) => rest),
    number('alpha', t('alphaWithout'), ({ alpha_without: alpha }) => alpha),
    number('moves', t('moves'), ({ moves }) => (moves ? Number(moves).toFixed(1) : null)),
  ]
  return (
    <Section title={t('view.indicators')} about={t('indicatorsOf', { stage, count: counted(of.enterprises), alpha: of.alpha ?? '—' })}>
      <SaveTable title={t('view.indicators')}>
        <Rows label={t('view.indicators')} columns={columns} rows={of.indicators} rowKey={({ code }) => code} />
      </SaveTable>
      <p className="about">{t('apartAbout')}</p>
    </Section>
  )
}

function Correlations({ of: { indicators, correlations } }: { of: Statistics }) {
  const t = analysis.use()
  const names = indicators.map(({ name }) => named(name))
  const pair = strongest(correlations)
  const says = pair ? t('correlationsSays', { one: names[pair.line] ?? '', other: names[pair.column] ?? '', value: pair.value }) : t('correlationsNone')
  const lines = correlations.map((line, at) => ({
    name: `${at + 1} ${names[at] ?? ''}`,
    // With itself everything goes together: that says nothing and has no shade.
    cells: line.map((value, other) => ({ number: typeof value === 'string' && other !== at ? Math.abs(Number(value)) : null, text: typeof value === 'string' ? Number(value).toFixed(2) : '—' })),
  }))
  return (
    <Section title={t('correlations')} about={`${says}${t('numbered')}`}>
      <HeatTable title={t('correlations')} columns={names.map((_, at) => String(at + 1))} lines={lines} />
    </Section>
  )
}

export { IndicatorsPage as Component }
