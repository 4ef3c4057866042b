import type { ReactNode } from 'react'
import type { IndicatorWhy, PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { Facts } from '@/shared/ui/Facts'
import { common } from '@/shared/words/common'
import { Scale } from './Scale'
import { Sources } from './Sources'
import { points } from './words'

interface Props {
  one: IndicatorWhy
  of: PointsExplained
  purpose: string
}

/** Why an indicator has its points. */
export function Why({ one, of, purpose }: Props) {
  const t = points.use()
  const c = common.use()
  const facts: [string, ReactNode][] = [
    [t('rule'), named(one.rule)],
    [t('formula'), one.formula],
  ]
  if (one.parts.length > 0) facts.push([t('parts'), <Parts key="parts" parts={one.parts} />])
  if (one.missing.length > 0) facts.push([t('lacks'), one.missing.map(named).join(c('comma'))])
  if (one.reference) facts.push([t('reference'), <Reference key="reference" reference={one.reference} />])
  if (one.next) facts.push([t('next'), <Next key="next" next={one.next} />])
  if (one.basis) facts.push([t('basis'), one.basis])
  return (
    <div className="why">
      <div className="why-facts">
        <Facts facts={facts} />
        <Sources indicator={one.code} of={of} purpose={purpose} />
      </div>
      {one.scale && <Scale one={one} scale={one.scale} />}
    </div>
  )
}

function Parts({ parts }: { parts: IndicatorWhy['parts'] }) {
  const t = points.use()
  return (
    <ul className="plain-list">
      {parts.map(({ text, value }) => (
        <li key={text}>
          {text}: {value ?? t('missing')}
        </li>
      ))}
    </ul>
  )
}

function Reference({ reference }: { reference: NonNullable<IndicatorWhy['reference']> }) {
  const t = points.use()
  const { count, minimum, maximum, mean, below, equal } = reference
  return (
    <>
      {t('referenceText', { count, minimum, maximum })}
      {mean && t('referenceMean', { mean })}
      {typeof below === 'number' && t('referenceBelow', { below, equal: equal ?? 0 })}
    </>
  )
}

function Next({ next }: { next: NonNullable<IndicatorWhy['next']> }) {
  const t = points.use()
  const key = next.upwards ? (next.inclusive ? 'nextUp' : 'nextOver') : next.inclusive ? 'nextDown' : 'nextUnder'
  return t(key, { value: next.value, points: next.points })
}
