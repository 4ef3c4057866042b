import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Figure } from '@/shared/charts/Figure'
import { Histogram } from '@/shared/charts/Histogram'
import type { Published } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { Asked, useAsked, View, WithRun } from './Frame'
import { dimensionOf, dimensionOptions, kindName, percent, type Dimension } from './kinds'
import { analysis } from './words'

type Distribution = components['schemas']['DistributionOfPoints']
type Spread = components['schemas']['Spread']

/** How the points of a year are spread. */
export function DistributionPage() {
  return <WithRun>{(chosen, all) => <Distributed chosen={chosen} all={all} />}</WithRun>
}

function Distributed({ chosen, all }: { chosen: Published; all: readonly Published[] }) {
  const t = analysis.use()
  const [asked] = useAsked()
  const by = dimensionOf(asked('by')) ?? 'stage'
  const id = chosen.run.id
  const found = useQuery({
    queryKey: ['analysis', 'distribution', id, by],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/distribution', { params: { path: { id }, query: { by } }, signal })),
  })
  return (
    <View all={all} questions={<Asked name="by" label={t('by')} options={dimensionOptions()} value={by} />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <Picture of={found.data} />}
      {found.data && <Kinds of={found.data} by={by} />}
    </View>
  )
}

function Picture({ of: { edges, all } }: { of: Distribution }) {
  const t = analysis.use()
  const bins = all.counts.map((count, at) => ({ from: edges[at] ?? '', to: edges[at + 1] ?? '', count }))
  const most = bins.reduce((best, bin) => (bin.count > best.count ? bin : best), bins[0] ?? { from: '', to: '', count: 0 })
  const says = all.median ? t('histogramSays', { count: counted(all.scored), median: all.median, from: most.from, to: most.to, most: counted(most.count) }) : t('histogramNone')
  const columns: Column<(typeof bins)[number]>[] = [
    { key: 'range', title: t('range'), render: ({ from, to }) => t('between', { from, to }), still: true },
    { key: 'count', title: t('enterprises'), render: ({ count }) => counted(count), number: true },
  ]
  return (
    <Section title={t('histogram')} about={says}>
      <Figure title={t('histogram')} says={says} saved={t('histogram')} table={<Rows label={t('histogram')} columns={columns} rows={bins} rowKey={({ from }) => from} />}>
        <Histogram bins={bins} />
      </Figure>
    </Section>
  )
}

type Line = Spread & { name: string }

function Kinds({ of: { all, groups }, by }: { of: Distribution; by: Dimension }) {
  const t = analysis.use()
  const lines: Line[] = [...groups.map(({ kind, spread }) => ({ ...spread, name: kindName(kind, by) })), { ...all, name: t('all') }]
  const number = (key: string, title: string, value: (line: Line) => string | null | undefined): Column<Line> => ({ key, title, render: (line) => value(line) ?? '—', number: true, still: true })
  const columns: Column<Line>[] = [
    { key: 'name', title: t(`by.${by}`), render: ({ name }) => name },
    number('enterprises', t('enterprises'), (line) => counted(line.enterprises)),
    number('scored', t('scored'), (line) => counted(line.scored)),
    number('withheld', t('withheld'), (line) => counted(line.withheld)),
    number('mean', t('mean'), (line) => line.mean),
    number('least', t('least'), (line) => line.least),
    number('lower', t('lower'), (line) => line.lower),
    number('median', t('median'), (line) => line.median),
    number('upper', t('upper'), (line) => line.upper),
    number('most', t('most'), (line) => line.most),
    number('share', t('share'), (line) => percent(line.share)),
  ]
  const title = t('groupsTitle', { by: t(`by.${by}`) })
  return (
    <Section title={title} {...(by === 'label' && { about: t('byLabel') })}>
      <SaveTable title={title}>
        <Rows label={title} columns={columns} rows={lines} rowKey={({ name }) => name} />
      </SaveTable>
    </Section>
  )
}

export { DistributionPage as Component }
