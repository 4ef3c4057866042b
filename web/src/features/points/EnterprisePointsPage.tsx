import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import type { PointsExplained, YearOfPoints } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { named } from '@/shared/dictionary/items'
import { Headline } from '@/shared/points/Headline'
import { History } from '@/shared/points/History'
import { historyQuery, pointsQuery } from '@/shared/points/points'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { useSchemeOf } from '@/shared/points/scheme'
import { pointsWords } from '@/shared/points/words'
import { CopyText } from '@/shared/ui/CopyText'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { useBase } from './base'
import { Gains } from './Gains'
import { Indicators } from './Indicators'
import { Listing } from './Listing'
import { Pillars } from './Pillars'
import { points } from './words'

/** The points of an enterprise in a year: what, why, how to gain, and the years before. */
export function EnterprisePointsPage() {
  const t = points.use()
  const { id = '' } = useParams()
  const [purpose] = usePurpose()
  const found = useQuery(pointsQuery(id, purpose))
  if (found.data) return <Shown key={id} of={found.data} purpose={purpose} />
  return (
    <Page title={t('detail')}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
    </Page>
  )
}

function Shown({ of, purpose }: { of: PointsExplained; purpose: string }) {
  const t = points.use()
  const p = pointsWords.use()
  const base = useBase()
  const scheme = useSchemeOf(of.scheme.code)
  const years = useQuery(historyQuery(of.participant_id, purpose))
  const about = t('detailAbout', { year: of.year, scheme: named(of.scheme.name), version: of.version })
  const actions = (
    <>
      {base === '/points' && (
        <Link className="action-link" to={`/points?run=${of.run_id}`}>
          {t('back')}
        </Link>
      )}
      <Years years={years.data ?? []} of={of} base={base} />
      <Link className="action-link" to={`${base}/${of.participant_id}/what-if`}>
        {t('tryIt')}
      </Link>
      <Link className="action-link" to={`${base}/${of.participant_id}/portrait`}>
        {t('portrait')}
      </Link>
    </>
  )
  return (
    <Page title={t('detailOf', { name: of.name })} about={about} actions={actions}>
      <div className="card">
        <Headline points={of} />
      </div>
      {of.pillars.length > 0 && (
        <Section title={t('pillars')}>
          <Pillars pillars={of.pillars} />
        </Section>
      )}
      {of.stage && <Gains of={of} base={base} />}
      {of.indicators.length > 0 && <Indicators of={of} purpose={purpose} />}
      <Section title={p('history')}>
        {years.isPending && <Loading />}
        <PurposeOrProblem error={years.error} onRetry={() => void years.refetch()} />
        {years.data && <History years={years.data} scheme={scheme} base={base} />}
      </Section>
      {base === '/my-points' && <Listing enterprise={of.enterprise_id} />}
      <Section title={t('receipt')} about={t('receiptAbout')}>
        <CopyText label={t('receipt')} text={of.receipt_code} />
      </Section>
    </Page>
  )
}

function Years({ years, of, base }: { years: readonly YearOfPoints[]; of: PointsExplained; base: string }) {
  const t = points.use()
  const p = pointsWords.use()
  const navigate = useNavigate()
  if (years.length < 2) return null
  return (
    <Choice
      aria-label={t('chooseYear')}
      always
      value={of.participant_id}
      onChange={(id) => id && void navigate(`${base}/${id}`)}
      options={years.map((one) => ({ value: one.participant_id, label: p('year', { year: one.year }) }))}
    />
  )
}

export { EnterprisePointsPage as Component }
