import type { ReactNode } from 'react'
import { Facts } from '@/shared/ui/Facts'
import type { Column } from './columns'
import { useNarrow } from './useNarrow'
import { tableWords } from './words'

interface Props<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: string
  onSort?: (column: string) => void
  /** Buttons of a row, in a column of their own. */
  actions?: { title: string; render: (row: Row) => ReactNode } | undefined
}

/** Rows as a table, or one below the other where the window is narrow. */
export function Rows<Row>(props: Props<Row>) {
  return useNarrow() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid<Row>({ label, columns, rows, rowKey, sort, onSort, actions }: Props<Row>) {
  return (
    // A table that is wider than the window is moved by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
            {actions && <th scope="col">{actions.title}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => cell(column, row, index))}
              {actions && <td>{actions.render(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cell<Row>(column: Column<Row>, row: Row, index: number): ReactNode {
  const name = [column.number && 'number', column.still && 'still'].filter(Boolean).join(' ') || undefined
  if (index > 0) return <td key={column.key} className={name}>{column.render(row)}</td>
  return <th key={column.key} scope="row" className={name}>{column.render(row)}</th>
}

interface HeadingProps<Row> {
  column: Column<Row>
  sort: string | undefined
  onSort: ((column: string) => void) | undefined
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const t = tableWords.use()
  const by = column.sort
  const name = column.number ? 'number' : undefined
  if (!by || !onSort) return <th scope="col" className={name}>{column.title}</th>
  const order = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none'
  const sign = { ascending: '▲', descending: '▼', none: '⇅' }[order]
  return (
    <th scope="col" aria-sort={order} className={name}>
      <button type="button" className="sort" title={t('sortBy', { column: column.title })} onClick={() => onSort(by)}>
        {column.title} <span aria-hidden="true">{sign}</span>
      </button>
    </th>
  )
}

function Cards<Row>({ label, columns, rows, rowKey, actions }: Props<Row>) {
  const [first, ...others] = columns
  return (
    <ul className="rows" aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {first && <strong>{first.render(row)}</strong>}
          <Facts facts={others.map((column) => [column.title, column.render(row)])} />
          {actions && <div className="actions">{actions.render(row)}</div>}
        </li>
      ))}
    </ul>
  )
}
