import type { PointsAmongPeers } from '@/shared/api/types'
import { unitsOf } from '@/shared/points/numbers'

/** An indicator beside the median of its stage. */
export interface Against {
  line: PointsAmongPeers
  /** Ten-thousandths above the median; what deductions take counts the other way round. */
  above: number
}

/** How far every indicator lies above or below the median, where both are told. */
export function against(lines: readonly PointsAmongPeers[]): Against[] {
  return lines.flatMap((line) => {
    if (!line.spread || typeof line.points !== 'string') return []
    const units = unitsOf(line.points) - unitsOf(line.spread.median)
    return [{ line, above: line.class === 'deduction' ? -units : units }]
  })
}

/** The furthest above, or the furthest below, first. */
export function furthest(all: readonly Against[], way: 'above' | 'below', most: number): Against[] {
  const sign = way === 'above' ? 1 : -1
  const there = all.filter(({ above }) => sign * above > 0)
  return there.sort((one, other) => sign * (other.above - one.above)).slice(0, most)
}
