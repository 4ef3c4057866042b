import { labelled } from './marks'

interface Props {
  /** From left to right, each as wide as the others. */
  bins: readonly { from: string; to: string; count: number }[]
}

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [620, 240, 24, 24, 30]

/** How many fall into each part of a scale. */
export function Histogram({ bins }: Props) {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const step = (WIDTH - 2 * SIDE) / Math.max(1, bins.length)
  const x = (at: number) => SIDE + at * step
  const height = (count: number) => ((HEIGHT - TOP - FOOT) * count) / most
  const edges = [...bins.map(({ from }, at) => ({ at: x(at), text: from })), { at: x(bins.length), text: bins[bins.length - 1]?.to ?? '' }]
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {bins.map(({ from, count }, at) => (
        <g key={from}>
          <rect className="chart-bar" x={x(at) + 1} width={Math.max(1, step - 2)} y={HEIGHT - FOOT - height(count)} height={height(count)} />
          {count > 0 && step >= 26 && (
            <text className="chart-value" x={x(at) + step / 2} y={HEIGHT - FOOT - height(count) - 5} textAnchor="middle">
              {count}
            </text>
          )}
        </g>
      ))}
      {labelled(edges, 44, () => false).map(({ at, text }) => (
        <text key={at} className="chart-label" x={at} y={HEIGHT - 10} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  )
}
