import { SaveTable } from '@/shared/table/SaveTable'
import { shade } from './kinds'

export interface Cell {
  /** What the shade is of; without it the cell has none. */
  number: number | null
  text: string
  about?: string | undefined
}

export interface HeatLine {
  name: string
  cells: readonly Cell[]
  end?: Cell
}

interface Props {
  title: string
  columns: readonly string[]
  lines: readonly HeatLine[]
  foot?: HeatLine
  /** The heading of the ends of lines. */
  end?: string
}

/** A table whose cells are the darker the greater their number; the numbers stand in it, so nobody needs the shades. */
export function HeatTable({ title, columns, lines, foot, end }: Props) {
  const all = lines.flatMap(({ cells }) => cells.flatMap(({ number }) => (number === null ? [] : [number])))
  return (
    <SaveTable title={title}>
      {/* A table that is wider than the window is moved by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
        <table className="table heat">
          <thead>
            <tr>
              <th scope="col">
                <span className="for-readers">{title}</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {end && <th scope="col">{end}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.name}>
                <th scope="row">{line.name}</th>
                {line.cells.map((cell, at) => (
                  <Shaded key={columns[at]} cell={cell} dark={cell.number === null ? 0 : shade(cell.number, all)} />
                ))}
                {line.end && <Shaded cell={line.end} dark={0} />}
              </tr>
            ))}
            {foot && (
              <tr className="heat-foot">
                <th scope="row">{foot.name}</th>
                {foot.cells.map((cell, at) => (
                  <Shaded key={columns[at]} cell={cell} dark={0} />
                ))}
                {foot.end && <Shaded cell={foot.end} dark={0} />}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </SaveTable>
  )
}

/** Six shades, by class: the page allows no styles of its own in its elements. */
function Shaded({ cell: { text, about }, dark }: { cell: Cell; dark: number }) {
  return (
    <td className={`heat-${Math.round(dark * 5)}`}>
      {text}
      {about && <small>{about}</small>}
    </td>
  )
}
