import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { ownYearsQuery } from '@/shared/points/points'
import { pointsWords } from '@/shared/points/words'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { points } from './words'

/** An enterprise's own points: the latest published year. */
export function OwnPointsPage() {
  const t = points.use()
  const p = pointsWords.use()
  const years = useQuery(ownYearsQuery)
  const latest = years.data?.[0]
  if (latest) return <Navigate to={`/my-points/${latest.participant_id}`} replace />
  return (
    <Page title={p('ownTitle')}>
      <ProblemAlert error={years.error} onRetry={() => void years.refetch()} />
      {years.isPending && <Loading />}
      {years.data && <Empty title={t('ownNone')} about={p('noneOwn')} />}
    </Page>
  )
}

export { OwnPointsPage as Component }
