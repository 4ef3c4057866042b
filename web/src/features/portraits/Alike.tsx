import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { PointsExplained, PointsRow } from '@/shared/api/types'
import { difference } from '@/shared/points/numbers'
import { Rows } from '@/shared/table/Rows'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { portraits } from './words'

/** Enterprises of the same stage and field with the nearest totals; for officers only. */
export function Alike({ of }: { of: PointsExplained }) {
  const t = portraits.use()
  const found = useQuery({
    queryKey: ['points', of.participant_id, 'alike'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/participants/{id}/comparables', { params: { path: { id: of.participant_id } }, signal })),
    staleTime: 60_000,
  })
  const rows = found.data ?? []
  const total = of.sums?.total
  return (
    <Section title={t('alike')} about={found.data && t(rows.length > 0 ? 'alikeAbout' : 'alikeNone')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {rows.length > 0 && (
        <Rows<PointsRow>
          label={t('alike')}
          rows={rows}
          rowKey={(one) => one.credit_code}
          columns={[
            { key: 'name', title: t('enterprise'), render: (one) => (one.participant_id ? <Link to={`/points/${one.participant_id}`}>{one.name}</Link> : one.name) },
            { key: 'total', title: t('total'), number: true, render: (one) => one.total },
            { key: 'difference', title: t('difference'), number: true, render: (one) => total && one.total && difference(one.total, total) },
            { key: 'grade', title: t('grade'), render: (one) => one.grade },
            { key: 'rank', title: t('rank'), number: true, render: (one) => one.rank },
            { key: 'park', title: t('park'), render: (one) => one.park },
          ]}
        />
      )}
    </Section>
  )
}
