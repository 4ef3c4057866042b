import type { PeersOfStage, PointsAmongPeers } from '@/shared/api/types'
import { Figure } from '@/shared/charts/Figure'
import { Radar } from '@/shared/charts/Radar'
import { named } from '@/shared/dictionary/items'
import { shareOfFull } from '@/shared/points/numbers'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { portraits } from './words'

/** The fewest directions that make a figure. */
const CORNERS = 3

/** The pillars beside median and quartiles of the stage. */
export function PillarRadar({ peers }: { peers: PeersOfStage }) {
  const t = portraits.use()
  const stage = peers.stage ? named(peers.stage.name) : ''
  const base = peers.pillars.filter((one) => one.class === 'base')
  const table = <PillarTable peers={peers} />
  return (
    <Section title={t('radar')} about={t(peers.enough ? 'radarAbout' : 'radarFew', { stage, count: peers.enterprises })}>
      {base.length < CORNERS ? table : <Drawn base={base} table={table} enough={peers.enough} />}
    </Section>
  )
}

function Drawn({ base, table, enough }: { base: readonly PointsAmongPeers[]; table: React.ReactNode; enough: boolean }) {
  const t = portraits.use()
  const share = (points: string | null | undefined, full: string) => `${Math.round(1000 * shareOfFull(points, full)) / 10}%`
  const axes = base.map((one) => ({
    label: named(one.name),
    own: typeof one.points === 'string' ? shareOfFull(one.points, one.full) : null,
    spread: one.spread
      ? { lower: shareOfFull(one.spread.lower, one.full), median: shareOfFull(one.spread.median, one.full), upper: shareOfFull(one.spread.upper, one.full) }
      : null,
  }))
  const said = base.map((one) => {
    const pillar = named(one.name)
    const own = typeof one.points === 'string' ? share(one.points, one.full) : t('withheld')
    return one.spread ? t('radarAxis', { pillar, own, median: share(one.spread.median, one.full) }) : t('radarAxisAlone', { pillar, own })
  })
  const legend = (
    <>
      <Key kind="own" label={t('own')} />
      {enough && <Key kind="median" label={t('median')} />}
      {enough && <Key kind="band" label={t('quartiles')} />}
    </>
  )
  return (
    <div className="portrait-radar">
      <Figure title={t('radar')} says={t('radarSays', { axes: said.join('; ') })} table={table} legend={legend}>
        <Radar axes={axes} />
      </Figure>
    </div>
  )
}

function Key({ kind, label }: { kind: 'own' | 'median' | 'band'; label: string }) {
  return (
    <span>
      <svg viewBox="0 0 34 14" width={34} height={14} aria-hidden="true">
        {kind === 'band' ? <rect className="chart-band" width={34} height={14} /> : <line className={`chart-${kind}`} x1={0} x2={34} y1={7} y2={7} />}
        {kind === 'own' && <circle className="chart-dot" cx={17} cy={7} r={4} />}
      </svg>
      {label}
    </span>
  )
}

function PillarTable({ peers }: { peers: PeersOfStage }) {
  const t = portraits.use()
  return (
    <Rows<PointsAmongPeers>
      label={t('radar')}
      rows={peers.pillars}
      rowKey={(one) => one.code}
      columns={[
        { key: 'pillar', title: t('pillar'), render: (one) => named(one.name) },
        { key: 'points', title: t('points'), number: true, render: (one) => one.points ?? t('withheld') },
        { key: 'full', title: t('full'), number: true, render: (one) => one.full },
        { key: 'lower', title: t('lower'), number: true, render: (one) => one.spread?.lower },
        { key: 'median', title: t('median'), number: true, render: (one) => one.spread?.median },
        { key: 'upper', title: t('upper'), number: true, render: (one) => one.spread?.upper },
      ]}
    />
  )
}
