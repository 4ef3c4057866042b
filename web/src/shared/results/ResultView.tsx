import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { RunResult, Scheme } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { flagsOf, lostPoints } from './flags'
import { resultWords } from './words'

/** What an enterprise got in the published run, and where points were lost. */
export function ResultView({ participant, scheme }: { participant: string; scheme: string }) {
  const known = useScheme(scheme)
  const [purpose] = usePurpose()
  const found = useQuery({
    queryKey: ['results', 'one', participant, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/result', { params: { path: { id: participant }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
  })
  return (
    <>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && <ResultFacts result={found.data} scheme={known} />}
      {found.data?.indicators && <Indicators indicators={found.data.indicators} scheme={known} />}
    </>
  )
}

/** Total, place, grade, or why there is none. */
export function ResultFacts({ result, scheme }: { result: RunResult; scheme: Scheme | undefined }) {
  const t = resultWords.use()
  const stage = codeName(scheme?.stages, result.stage)
  return (
    <div className="stack">
      {scheme?.status === 'illustrative' && <p className="about">{t('illustrative')}</p>}
      <Facts
        facts={[
          ...(result.withheld ? ([[t('withheld'), codeName(scheme?.vetoes, result.withheld)]] as [string, React.ReactNode][]) : []),
          [t('total'), result.total ? <strong key="total">{result.total}</strong> : t('noTotal')],
          [t('grade'), result.grade],
          [t('rank'), result.rank ? t('place', { place: result.rank }) : null],
          [t('stage'), stage],
          [t('stageRank'), result.stage_rank ? t('place', { place: result.stage_rank }) : null],
          [t('coverage'), t('coverageOf', { known: result.known, asked: result.asked })],
        ]}
      />
    </div>
  )
}

interface Row {
  key: string
  name: string
  points: string
  full: string
  flags: number
}

function Indicators({ indicators, scheme }: { indicators: NonNullable<RunResult['indicators']>; scheme: Scheme | undefined }) {
  const t = resultWords.use()
  const rows: Row[] = indicators.map((one, index) => {
    const of = scheme?.indicators[index]
    return { key: of?.code ?? String(index), name: of ? named(of.name) : t('indicatorAt', { number: index + 1 }), ...one }
  })
  return (
    <div className="stack results">
      <h3>{t('indicators')}</h3>
      <Rows<Row>
        label={t('indicators')}
        rows={rows}
        rowKey={(one) => one.key}
        columns={[
          { key: 'name', title: t('indicator'), render: (one) => one.name },
          { key: 'points', title: t('points'), number: true, render: (one) => one.points },
          { key: 'full', title: t('full'), number: true, render: (one) => one.full },
          { key: 'lost', title: t('lost'), number: true, render: (one) => lostPoints(one.full, one.points) },
          { key: 'why', title: t('why'), render: (one) => flagsOf(one.flags).map((flag) => t(`flag.${flag}`)).join('；') },
        ]}
      />
    </div>
  )
}
