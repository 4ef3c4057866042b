import type { Column } from './columns'
import { Choices } from '@/shared/controls/Choices'
import { tableWords } from './words'
import { useNarrow } from './useNarrow'

interface Props<Row> {
  columns: readonly Column<Row>[]
  isShown: (key: string) => boolean
  onToggle: (key: string, shown: boolean) => void
}

/** Which columns to show. */
export function ColumnBox<Row>({ columns, isShown, onToggle }: Props<Row>) {
  const t = tableWords.use()
  const free = columns.slice(1)
  const value = free.filter((column) => isShown(column.key)).map((column) => column.key)
  const change = (next: string[]) => {
    for (const { key } of free) if (next.includes(key) !== value.includes(key)) onToggle(key, next.includes(key))
  }
  if (useNarrow() || free.length === 0) return null
  return (
    <details className="column-box">
      <summary>{t('columns')}</summary>
      <div>
        <Choices label={t('columns')} value={value} onChange={change} options={free.map(({ key, title }) => ({ value: key, label: title }))} />
      </div>
    </details>
  )
}
