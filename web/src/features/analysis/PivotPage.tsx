import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { components, operations } from '@/shared/api/schema'
import { named } from '@/shared/dictionary/items'
import type { Published } from '@/shared/points/published'
import { useScheme } from '@/shared/schemes/schemes'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Asked, useAsked, View, WithRun } from './Frame'
import { HeatTable } from './HeatTable'
import { dimensionOf, dimensionOptions, kindName, percent, type Dimension } from './kinds'
import { analysis } from './words'

type Pivot = components['schemas']['PivotOfPoints']
type Measure = operations['read_pivot']['parameters']['query']['measure']

const MEASURES: readonly Measure[] = ['count', 'mean', 'median', 'sum', 'share', 'withheld', 'coverage']
/** Those that are told of points, so that it can be asked of which. */
const OF_POINTS: readonly Measure[] = ['mean', 'median', 'sum', 'share']
const SHARES: readonly Measure[] = ['share', 'withheld', 'coverage']

/** Enterprises by two dimensions. */
export function PivotPage() {
  return <WithRun>{(chosen, all) => <Crossed chosen={chosen} all={all} />}</WithRun>
}

function Crossed({ chosen, all }: { chosen: Published; all: readonly Published[] }) {
  const t = analysis.use()
  const [asked] = useAsked()
  const scheme = useScheme(chosen.batch.scheme)
  const rows = dimensionOf(asked('rows')) ?? 'field'
  const columns = dimensionOf(asked('columns')) ?? 'stage'
  const measure = MEASURES.find((one) => one === asked('measure')) ?? 'mean'
  const parts = (scheme?.indicators ?? []).map(({ code, name }) => ({ value: code, label: named(name) }))
  const of = OF_POINTS.includes(measure) ? parts.find(({ value }) => value === asked('of'))?.value : undefined
  const id = chosen.run.id
  const found = useQuery({
    queryKey: ['analysis', 'pivot', id, rows, columns, measure, of],
    queryFn: ({ signal }) => good(api.GET('/api/v1/runs/{id}/pivot', { params: { path: { id }, query: { rows, columns, measure, ...(of && { of }) } }, signal })),
  })
  const questions = (
    <>
      <Asked name="rows" label={t('rows')} options={dimensionOptions()} value={rows} />
      <Asked name="columns" label={t('columns')} options={dimensionOptions()} value={columns} />
      <Asked name="measure" label={t('measure')} options={MEASURES.map((one) => ({ value: one, label: t(`measure.${one}`) }))} value={measure} />
      {OF_POINTS.includes(measure) && <Asked name="of" label={t('of')} options={parts} nothing={t('ofTotal')} value={of} />}
    </>
  )
  const title = t('pivotTitle', { rows: t(`by.${rows}`), columns: t(`by.${columns}`), measure: t(`measure.${measure}`) })
  return (
    <View all={all} questions={questions}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && (
        <Section title={title} {...((rows === 'label' || columns === 'label') && { about: t('byLabel') })}>
          <Cells pivot={found.data} of={[rows, columns]} measure={measure} title={title} />
        </Section>
      )}
    </View>
  )
}

interface CellsProps {
  pivot: Pivot
  of: [Dimension, Dimension]
  measure: Measure
  title: string
}

function Cells({ pivot, of: [by, across], measure, title }: CellsProps) {
  const t = analysis.use()
  const cell = ({ value, enterprises }: Pivot['all']) => ({
    number: enterprises > 0 && typeof value === 'string' ? Number(value) : null,
    text: typeof value !== 'string' ? '—' : SHARES.includes(measure) ? percent(value) : grouped(value),
    about: measure === 'count' ? undefined : t('cellOf', { count: counted(enterprises) }),
  })
  return (
    <HeatTable
      title={title}
      columns={pivot.columns.map((kind) => kindName(kind, across))}
      lines={pivot.cells.map((cells, at) => ({ name: kindName(pivot.rows[at] ?? { code: null, name: null }, by), cells: cells.map(cell), end: cell(pivot.row_ends[at] ?? pivot.all) }))}
      foot={{ name: t('all'), cells: pivot.column_ends.map(cell), end: cell(pivot.all) }}
      end={t('all')}
    />
  )
}

export { PivotPage as Component }
