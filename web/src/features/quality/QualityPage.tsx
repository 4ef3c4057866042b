import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Batch } from '@/shared/api/types'
import { BatchPage } from '@/shared/batches/BatchPage'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { CheckCard } from './CheckCard'
import { Coverage } from './Coverage'
import { quality } from './words'

/** How good the data of an evaluation are. */
export function QualityPage() {
  const t = quality.use()
  return (
    <BatchPage title={t('title')} about={t('about')}>
      {(batch) => <Board key={batch.id} batch={batch} />}
    </BatchPage>
  )
}

function Board({ batch }: { batch: Batch }) {
  const t = quality.use()
  const found = useQuery({
    queryKey: ['quality', batch.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/batches/{id}/quality', { params: { path: { id: batch.id }, query: { limit: 5 } }, signal })),
  })
  const board = found.data
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {board && (
        <>
          <div className="card stack" role="status">
            <Alert
              {...verdictOf(board)}
              showIcon
              action={
                <Button loading={found.isFetching} onClick={() => void found.refetch()}>
                  {t('recheck')}
                </Button>
              }
            />
            <p>{t('participants', { count: counted(board.participants) })}</p>
          </div>
          <h2 className="for-readers">{t('checks')}</h2>
          {board.checks.map((check) => (
            <CheckCard key={check.code} batch={batch} check={check} />
          ))}
          <Coverage rows={board.coverage} participants={board.participants} />
        </>
      )}
    </>
  )
}

/** A batch that asks for nothing has nothing to be checked, which is not the same as being in order. */
function verdictOf({ blocked, coverage }: components['schemas']['QualityBody']) {
  const t = quality.say
  if (blocked) return { type: 'error' as const, title: t('blocked'), description: t('blockedAbout') }
  if (coverage.length === 0) return { type: 'warning' as const, title: t('noItems'), description: t('noItemsAbout') }
  return { type: 'success' as const, title: t('free'), description: t('freeAbout') }
}

export { QualityPage as Component }
