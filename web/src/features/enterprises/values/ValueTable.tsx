import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { NO_YEAR, type Cell, type ItemRow, type Pivot } from './pivot'
import { valueWords } from './words'

interface Props {
  table: Pivot
  /** Part of the names of the items to show. */
  find: string
  onOpen: (cell: Cell) => void
}

/** Items by year; each value opens where it comes from. */
export function ValueTable({ table, find, onOpen }: Props) {
  const t = valueWords.use()
  const dictionary = useDictionary()
  const place = new Map(dictionary.items.map(({ code }, index) => [code, index]))
  const rows = table.rows
    .filter(({ item }) => dictionary.name(item).toLowerCase().includes(find.trim().toLowerCase()))
    .sort((one, other) => (place.get(one.item) ?? 0) - (place.get(other.item) ?? 0))
  const columns: Column<ItemRow>[] = [
    { key: 'item', title: t('item'), render: ({ item }) => dictionary.heading(item) },
    ...table.years.map((year) => ({
      key: String(year),
      title: year === NO_YEAR ? t('noYear') : String(year),
      number: year !== NO_YEAR,
      render: (row: ItemRow) => {
        const cell = row.cells.get(year)
        return cell && <CellButton cell={cell} dictionary={dictionary} onOpen={onOpen} />
      },
    })),
  ]
  if (rows.length === 0) return <p>{t('noneFound')}</p>
  return <Rows label={t('values')} columns={columns} rows={rows} rowKey={({ item }) => item} />
}

/** A year as people call it. */
export function yearName(year: number): string {
  return year === NO_YEAR ? valueWords.say('noYear') : String(year)
}

function CellButton({ cell, dictionary, onOpen }: { cell: Cell; dictionary: Dictionary; onOpen: (cell: Cell) => void }) {
  const t = valueWords.use()
  const isNumber = dictionary.find(cell.item)?.kind === 'number'
  const disputed = cell.standing === 'disputed'
  const value = cell.value === null ? t('missing') : dictionary.value(cell.item, cell.value)
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={t('valueOf', { item: dictionary.name(cell.item), year: yearName(cell.year), value })}
        onClick={() => onOpen(cell)}
      >
        {value}
      </button>
      {cell.state === 'zero' && isNumber && <small>{t('zero')}</small>}
      {cell.sources > 1 && !disputed && <small>{t('sources', { count: cell.sources })}</small>}
      {disputed && (
        <small>
          <Badge group="standing" word="disputed" />
        </small>
      )}
    </>
  )
}
