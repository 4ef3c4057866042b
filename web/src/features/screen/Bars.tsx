import { counted } from '@/shared/words/time'

interface Props {
  label: string
  rows: readonly { name: string; count: number; note: string }[]
  heads: readonly [string, string, string]
  /** What a whole bar is; the longest one when absent. */
  of?: number
}

/** Kinds with their numbers, and a bar behind each number that says the same. */
export function Bars({ label, rows, heads: [name, count, note], of }: Props) {
  const most = Math.max(1, of ?? 0, ...rows.map((row) => row.count))
  return (
    <table className="table screen-bars" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className="number">{count}</th>
          <th scope="col" className="number">{note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td className="number">
              <svg className="screen-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="chart-bar" x={0} y={0} width={(100 * row.count) / most} height={10} />
              </svg>
              <span className="screen-number">{counted(row.count)}</span>
            </td>
            <td className="number">{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
