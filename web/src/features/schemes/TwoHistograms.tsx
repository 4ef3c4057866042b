interface Props {
  bins: readonly { from: string; before: number; after: number }[]
}

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [620, 200, 24, 16, 28]

/** Two spreads side by side on one scale. */
export function TwoHistograms({ bins }: Props) {
  const most = Math.max(1, ...bins.flatMap(({ before, after }) => [before, after]))
  const step = (WIDTH - 2 * SIDE) / Math.max(1, bins.length)
  const height = (count: number) => ((HEIGHT - TOP - FOOT) * count) / most
  const bar = (count: number, at: number, name: string) => (
    <rect className={name} x={at} width={Math.max(1, step / 2 - 2)} y={HEIGHT - FOOT - height(count)} height={height(count)} />
  )
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {bins.map(({ from, before, after }, at) => (
        <g key={from}>
          {bar(before, SIDE + at * step + 1, 'chart-bar-plain')}
          {bar(after, SIDE + at * step + step / 2, 'chart-bar')}
          {at % 4 === 0 && (
            <text className="chart-label" x={SIDE + at * step} y={HEIGHT - 8} textAnchor="middle">
              {from}
            </text>
          )}
        </g>
      ))}
      <text className="chart-label" x={WIDTH - SIDE} y={HEIGHT - 8} textAnchor="middle">
        {`${bins.length * 5}%`}
      </text>
    </svg>
  )
}
