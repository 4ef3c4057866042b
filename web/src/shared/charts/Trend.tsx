interface Props {
  /** From left to right; without a value the line is broken. */
  points: readonly { label: string; value: number | null; text: string }[]
  /** The upper end of the axis. */
  most: number
}

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [560, 200, 40, 24, 28]

/** A line over the years. */
export function Trend({ points, most }: Props) {
  const step = points.length > 1 ? (WIDTH - 2 * SIDE) / (points.length - 1) : 0
  const x = (index: number) => (points.length > 1 ? SIDE + index * step : WIDTH / 2)
  const y = (value: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - value / most)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      {[0, 0.5, 1].map((share) => (
        <line key={share} className="chart-grid" x1={SIDE / 2} x2={WIDTH - SIDE / 2} y1={y(most * share)} y2={y(most * share)} />
      ))}
      <path className="chart-line" d={path(points.map(({ value }, index) => (value === null ? null : [x(index), y(value)])))} />
      {points.map(({ label, value, text }, index) => (
        <g key={label}>
          {value !== null && <circle className="chart-dot" cx={x(index)} cy={y(value)} r={4.5} />}
          <text className="chart-value" x={x(index)} y={value === null ? HEIGHT / 2 : y(value) - 10} textAnchor="middle">
            {text}
          </text>
          <text className="chart-label" x={x(index)} y={HEIGHT - 8} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** A line through places, broken where there is none. */
function path(places: readonly (readonly [number, number] | null)[]): string {
  let open = false
  return places
    .map((place) => {
      if (!place) {
        open = false
        return ''
      }
      const part = `${open ? 'L' : 'M'}${place[0].toFixed(1)} ${place[1].toFixed(1)}`
      open = true
      return part
    })
    .join('')
}
