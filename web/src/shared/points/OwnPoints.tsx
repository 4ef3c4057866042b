import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Section } from '@/shared/ui/Page'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Headline } from './Headline'
import { ownYearsQuery, pointsQuery } from './points'
import { pointsWords } from './words'

/** The latest published points of one's own enterprise, in short. */
export function OwnPoints() {
  const t = pointsWords.use()
  const years = useQuery(ownYearsQuery)
  const latest = years.data?.[0]
  const found = useQuery({ ...pointsQuery(latest?.participant_id ?? '', ''), enabled: latest !== undefined })
  return (
    <Section title={t('ownTitle')} about={latest && t('ownAbout', { year: latest.year })}>
      <ProblemAlert error={years.error ?? found.error} onRetry={() => void Promise.all([years.refetch(), latest && found.refetch()])} />
      {(years.isPending || found.isLoading) && <Loading />}
      {years.data && !latest && <p className="about">{t('noneOwn')}</p>}
      {found.data && (
        <>
          <Headline points={found.data} />
          <Link to={`/my-points/${found.data.participant_id}`}>{t('ownGo')}</Link>
        </>
      )}
    </Section>
  )
}
