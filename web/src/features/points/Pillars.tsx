import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { shareOfFull } from '@/shared/points/numbers'
import { points } from './words'

/** The pillars with their points; what stands below another is set in. */
export function Pillars({ pillars }: { pillars: PointsExplained['pillars'] }) {
  const t = points.use()
  return (
    <dl className="bars pillars">
      {pillars.map((one) => {
        const score = t('pillarScore', { points: one.points ?? t('withheldPoints'), full: one.full })
        return (
          <div key={one.code} className={one.parent ? 'pillar-below' : undefined}>
            <dt>{named(one.name)}</dt>
            <dd>
              <Bar share={shareOfFull(one.points, one.full)} kind={one.class} />
              <span>{score}</span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A bar beside its number, which says the same. */
export function Bar({ share, kind }: { share: number; kind: string }) {
  return (
    <svg className={`bar-of bar-${kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="bar-whole" width={100} height={10} />
      <rect className="bar-part" width={100 * share} height={10} />
    </svg>
  )
}
