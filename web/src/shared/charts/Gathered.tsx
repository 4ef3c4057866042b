import { labelled } from './marks'

interface Props {
  /** Ascending; both parts from 0 to 1. */
  points: readonly { at: number; one: number; other: number }[]
  /** Where both are farthest apart. */
  widest?: number | undefined
}

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [620, 270, 58, 16, 32]

/** Parts of two kinds gathered up to a number. Lines differ by dash, not by colour alone. */
export function Gathered({ points, widest }: Props) {
  const [least, most] = [points[0]?.at ?? 0, points[points.length - 1]?.at ?? 1]
  const x = (at: number) => SIDE + ((WIDTH - 2 * SIDE) * (at - least)) / Math.max(1e-9, most - least)
  const y = (part: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - part)
  const line = (of: (point: Props['points'][number]) => number) => points.map((point, at) => `${at ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(of(point)).toFixed(1)}`).join('')
  const marks = labelled(points.map(({ at }) => ({ at: x(at), text: String(Math.round(at)) })), 56, () => false)
  const apart = points.find(({ at }) => at === widest)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={y(part)} y2={y(part)} />
          <text className="chart-label" x={SIDE - 8} y={y(part) + 4} textAnchor="end">
            {`${part * 100}%`}
          </text>
        </g>
      ))}
      <path className="chart-median" d={line(({ other }) => other)} />
      <path className="chart-own" d={line(({ one }) => one)} />
      {apart && <line className="chart-here" x1={x(apart.at)} x2={x(apart.at)} y1={y(apart.one)} y2={y(apart.other)} />}
      {marks.map(({ at, text }) => (
        <text key={at} className="chart-label" x={at} y={HEIGHT - 11} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  )
}
