import { useQuery } from '@tanstack/react-query'
import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { reportedQuery } from '@/shared/points/points'
import { PurposeOrProblem } from '@/shared/points/Purpose'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { bySource, type BySource } from './bySource'
import { portraits } from './words'

/** How complete the data are, where they come from and how old they are. */
export function Sources({ of, purpose }: { of: PointsExplained; purpose: string }) {
  const t = portraits.use()
  const c = common.use()
  const found = useQuery(reportedQuery(of.enterprise_id, of.batch_id, purpose))
  const rows = bySource(found.data ?? [])
  const lacking = of.indicators.filter(({ flags }) => flags.includes('missing')).map(({ name }) => named(name))
  return (
    <Section title={t('data')}>
      <Facts
        facts={[
          [t('coverage'), t('coverageOf', { known: of.known, asked: of.asked, share: shareOf(of.known, of.asked) })],
          [t('asOf'), of.as_of],
          [t('lacking'), lacking.join(c('comma'))],
        ]}
      />
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && rows.length === 0 && <p className="about">{t('sourcesNone')}</p>}
      {rows.length > 0 && (
        <Rows<BySource>
          label={t('sources')}
          rows={rows}
          rowKey={(one) => one.source}
          columns={[
            { key: 'source', title: t('source'), render: (one) => nameOf('source', one.source) },
            { key: 'items', title: t('items'), number: true, render: (one) => one.items },
            { key: 'period', title: t('period'), number: true, render: (one) => one.period },
            { key: 'newest', title: t('newest'), render: (one) => atMinute(one.newest), still: true },
          ]}
        />
      )}
    </Section>
  )
}
