import { Figure } from '@/shared/charts/Figure'
import { labelled } from '@/shared/charts/marks'
import type { ShownRule } from './types'
import { schemes } from './words'

type Scale = NonNullable<ShownRule['scale']>

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [300, 120, 30, 12, 24]
/** So many thousandths of the width a label takes. */
const LABEL = 200

/** What values are worth by a rule: its curve with its edges, and the same as a table. */
export function RuleCurve({ scale, full }: { scale: Scale; full: string }) {
  const t = schemes.use()
  const x = (at: number) => SIDE + ((WIDTH - 2 * SIDE) * at) / 1000
  const y = (worth: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - worth / 1000)
  const line = scale.line.map(([at = 0, worth = 0]) => `${x(at).toFixed(1)},${y(worth).toFixed(1)}`).join(' ')
  const marks = scale.marks.map(({ value, points }) => t('scaleMark', { value, points })).join('; ')
  const table = (
    <table className="table">
      <thead>
        <tr>
          <th scope="col" className="number">{t('scaleValue')}</th>
          <th scope="col" className="number">{t('score')}</th>
        </tr>
      </thead>
      <tbody>
        {scale.marks.map((mark) => (
          <tr key={mark.at}>
            <td className="number">{mark.value}</td>
            <td className="number">{mark.points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <Figure title={t('scale')} says={t('scaleSays', { marks })} table={table}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart scheme-curve">
        <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={y(0)} y2={y(0)} />
        <polyline className="chart-line" points={line} />
        <text className="chart-label" x={SIDE - 4} y={y(1000) + 4} textAnchor="end">
          {full}
        </text>
        <text className="chart-label" x={SIDE - 4} y={y(0) + 4} textAnchor="end">
          0
        </text>
        {labelled(scale.marks, LABEL, () => false).map((mark) => (
          <text key={mark.at} className="chart-label" x={x(mark.at)} y={HEIGHT - 6} textAnchor={mark.at < 80 ? 'start' : mark.at > 920 ? 'end' : 'middle'}>
            {mark.value}
          </text>
        ))}
      </svg>
    </Figure>
  )
}
