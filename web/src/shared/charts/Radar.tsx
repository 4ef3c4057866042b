/** One direction: shares of the whole, 0 to 1. */
export interface Axis {
  label: string
  own: number | null
  spread: { lower: number; median: number; upper: number } | null
}

const [WIDTH, HEIGHT, RADIUS] = [440, 330, 112]
const [X, Y] = [WIDTH / 2, HEIGHT / 2]

/** One's own shares among median and quartiles of others. Lines differ by dash and mark, not by colour alone. */
export function Radar({ axes }: { axes: readonly Axis[] }) {
  const place = (index: number, share: number): [number, number] => {
    const angle = (2 * Math.PI * index) / axes.length - Math.PI / 2
    return [X + RADIUS * share * Math.cos(angle), Y + RADIUS * share * Math.sin(angle)]
  }
  const ring = (share: (axis: Axis) => number | null): string => `${axes.map((axis, index) => text(place(index, share(axis) ?? 0))).join(' ')}`
  const told = axes.every(({ spread }) => spread !== null)
  const upper = axes.map((axis, index) => text(place(index, axis.spread?.upper ?? 0))).join('L')
  const lower = axes.map((axis, index) => text(place(index, axis.spread?.lower ?? 0))).join('L')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart chart-radar">
      {[0.25, 0.5, 0.75, 1].map((share) => (
        <polygon key={share} className="chart-grid" points={ring(() => share)} />
      ))}
      {axes.map((axis, index) => {
        const [x, y] = place(index, 1)
        const [labelX, labelY] = place(index, 1.14)
        const anchor = Math.abs(labelX - X) < 12 ? 'middle' : labelX > X ? 'start' : 'end'
        return (
          <g key={axis.label}>
            <line className="chart-grid" x1={X} y1={Y} x2={x} y2={y} />
            <text className="chart-label" x={labelX} y={labelY + 4} textAnchor={anchor}>
              {axis.label}
            </text>
          </g>
        )
      })}
      {told && <path className="chart-band" fillRule="evenodd" d={`M${upper}ZM${lower}Z`} />}
      {told && <polygon className="chart-median" points={ring(({ spread }) => spread?.median ?? 0)} />}
      <polygon className="chart-own" points={ring(({ own }) => own)} />
      {axes.map((axis, index) => {
        const [x, y] = place(index, axis.own ?? 0)
        return <circle key={axis.label} className="chart-dot" cx={x} cy={y} r={4.5} />
      })}
    </svg>
  )
}

function text([x, y]: [number, number]): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
