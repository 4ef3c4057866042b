import type { PeersOfStage, PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { pointsOf } from '@/shared/points/numbers'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { against, furthest, type Against } from './against'
import { portraits } from './words'

const MOST = 6

/** Strengths and weaknesses against the median of the stage. */
export function PeerTables({ peers, of }: { peers: PeersOfStage; of: PointsExplained }) {
  const t = portraits.use()
  const all = against(peers.indicators)
  const [strong, weak] = [furthest(all, 'above', MOST), furthest(all, 'below', MOST)]
  return (
    <>
      <Section title={t('strengths')} about={t(strong.length > 0 ? 'strengthsAbout' : 'strengthsNone')}>
        <Listed title={t('strengths')} rows={strong} of={of} />
      </Section>
      <Section title={t('weaknesses')} about={t(weak.length > 0 ? 'weaknessesAbout' : 'weaknessesNone')}>
        <Listed title={t('weaknesses')} rows={weak} of={of} />
      </Section>
    </>
  )
}

function Listed({ title, rows, of }: { title: string; rows: readonly Against[]; of: PointsExplained }) {
  const t = portraits.use()
  if (rows.length === 0) return null
  const whyOf = (one: Against) => of.indicators.find(({ code }) => code === one.line.code)
  return (
    <Rows<Against>
      label={title}
      rows={rows}
      rowKey={({ line }) => line.code}
      columns={[
        { key: 'indicator', title: t('indicator'), render: ({ line }) => named(line.name) },
        { key: 'value', title: t('value'), number: true, render: (one) => whyOf(one)?.value },
        { key: 'points', title: t('points'), number: true, render: ({ line }) => `${line.points} / ${line.full}`, still: true },
        { key: 'lost', title: t('lost'), number: true, render: (one) => whyOf(one)?.lost },
        { key: 'median', title: t('median'), number: true, render: ({ line }) => line.spread?.median },
        { key: 'against', title: t('against'), number: true, render: ({ above }) => <strong>{above > 0 ? `+${pointsOf(above)}` : pointsOf(above)}</strong> },
      ]}
    />
  )
}
