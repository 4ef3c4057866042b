import type { IndicatorWhy } from '@/shared/api/types'
import { Figure } from '@/shared/charts/Figure'
import { labelled } from '@/shared/charts/marks'
import { points } from './words'

type ScaleOfRule = NonNullable<IndicatorWhy['scale']>

const [WIDTH, HEIGHT, SIDE, TOP, FOOT] = [360, 150, 26, 26, 26]
/** So many thousandths of the width a label takes. */
const LABEL = 190

/** What values are worth: the curve of the rule, its edges, and where the enterprise stands. */
export function Scale({ one, scale }: { one: IndicatorWhy; scale: ScaleOfRule }) {
  const t = points.use()
  const here = one.value ?? ''
  const at = scale.at ?? null
  const state = at === null ? t('scaleNone') : t(scale.beyond ? 'scaleBeyond' : 'scaleAt', { value: here, points: one.points })
  const marks = scale.marks.map(({ value, points: worth }) => t('scaleMark', { value, points: worth })).join('; ')
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
        {at !== null && (
          <tr>
            <th scope="row" className="number">{t('scaleHere', { value: here })}</th>
            <td className="number">{one.points}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
  return (
    <Figure title={t('scale')} says={t('scaleSays', { marks, at: state })} table={table}>
      <Picture one={one} scale={scale} />
    </Figure>
  )
}

function Picture({ one, scale }: { one: IndicatorWhy; scale: ScaleOfRule }) {
  const t = points.use()
  const x = (at: number) => SIDE + ((WIDTH - 2 * SIDE) * at) / 1000
  const y = (worth: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - worth / 1000)
  const line = scale.line.map(([at = 0, worth = 0]) => `${x(at).toFixed(1)},${y(worth).toFixed(1)}`)
  const at = scale.at ?? null
  const own = at === null ? 0 : heightAt(scale.line, at)
  const next = one.next?.value
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart">
      <polygon className="chart-area" points={`${x(scale.line[0]?.[0] ?? 0)},${y(0)} ${line.join(' ')} ${x(scale.line[scale.line.length - 1]?.[0] ?? 1000)},${y(0)}`} />
      <line className="chart-grid" x1={SIDE} x2={WIDTH - SIDE} y1={y(0)} y2={y(0)} />
      <polyline className="chart-line" points={line.join(' ')} />
      <text className="chart-label" x={SIDE - 4} y={y(1000) + 4} textAnchor="end">
        {one.full}
      </text>
      <text className="chart-label" x={SIDE - 4} y={y(0) + 4} textAnchor="end">
        0
      </text>
      {scale.marks.map((mark) => (
        <line key={mark.at} className="chart-tick" x1={x(mark.at)} x2={x(mark.at)} y1={y(0)} y2={y(0) + 5} />
      ))}
      {labelled(scale.marks, LABEL, (mark) => mark.value === next).map((mark) => (
        <text key={mark.at} className="chart-label" x={x(mark.at)} y={HEIGHT - 6} textAnchor={mark.at < 80 ? 'start' : mark.at > 920 ? 'end' : 'middle'}>
          {mark.value}
        </text>
      ))}
      {at !== null && (
        <>
          <line className="chart-here" x1={x(at)} x2={x(at)} y1={TOP - 6} y2={y(0)} />
          <circle className="chart-dot" cx={x(at)} cy={y(own)} r={5} />
          <text className="chart-value" x={x(at)} y={TOP - 11} textAnchor={at < 250 ? 'start' : at > 750 ? 'end' : 'middle'}>
            {t('scaleHere', { value: one.value ?? '' })}
          </text>
        </>
      )}
    </svg>
  )
}

/** How high a line is at a place: between two of its points it is straight. */
export function heightAt(line: readonly (readonly number[])[], at: number): number {
  const after = line.findIndex(([x = 0]) => x >= at)
  const [right, left] = [line[after], line[after - 1]]
  if (!right) return line[line.length - 1]?.[1] ?? 0
  const [x1 = 0, y1 = 0] = right
  const [x0 = 0, y0 = 0] = left ?? right
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0)
}
