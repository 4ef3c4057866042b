interface Props {
  /** From left to right; all values are parts of a whole, 0 to 1. A doubtful one has the ends of its interval. */
  bars: readonly { label: string; value: number | null; low: number | null; high: number | null; text: string }[]
}

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [620, 250, 20, 30, 32]

/** Parts of a whole side by side, each with its interval. */
export function Bars({ bars }: Props) {
  const most = Math.max(0.05, ...bars.map(({ value, high }) => Math.max(value ?? 0, high ?? 0)))
  const step = (WIDTH - 2 * SIDE) / Math.max(1, bars.length)
  const width = Math.min(64, step * 0.6)
  const x = (at: number) => SIDE + (at + 0.5) * step
  const y = (value: number) => HEIGHT - FOOT - ((HEIGHT - TOP - FOOT) * value) / most
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {bars.map(({ label, value, low, high, text }, at) => (
        <g key={`${at} ${label}`}>
          {value !== null && <rect className="chart-part" x={x(at) - width / 2} width={width} y={y(value)} height={y(0) - y(value)} />}
          {low !== null && high !== null && <path className="chart-doubt" d={`M${x(at) - 7} ${y(high)}H${x(at) + 7}M${x(at)} ${y(high)}V${y(low)}M${x(at) - 7} ${y(low)}H${x(at) + 7}`} />}
          <text className="chart-value" x={x(at)} y={y(Math.max(value ?? 0, high ?? 0)) - 7} textAnchor="middle">
            {text}
          </text>
          <text className="chart-label" x={x(at)} y={HEIGHT - 11} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
