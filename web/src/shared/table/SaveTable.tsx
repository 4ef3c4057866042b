import { useRef, type ReactNode } from 'react'
import { TryButton } from '@/shared/ui/TryButton'
import { save } from './ExportButtons'
import { rowsOf, workbookOf } from './sheet'
import { useNarrow } from './useNarrow'
import { tableWords } from './words'

/** A table that can be taken away as a workbook, exactly as it is shown. */
export function SaveTable({ title, children }: { title: string; children: ReactNode }) {
  const t = tableWords.use()
  const frame = useRef<HTMLDivElement>(null)
  // Where the window is narrow rows stand one below the other, and nobody works with workbooks.
  const narrow = useNarrow()
  const keep = async () => {
    const table = frame.current?.querySelector('table')
    if (table) save({ name: `${title}.xlsx`, content: await workbookOf(title, rowsOf(table)) })
  }
  return (
    <div ref={frame} className="save-table">
      {children}
      {!narrow && (
        <TryButton size="small" aria-label={t('saveOf', { title })} run={keep}>
          {t('saveTable')}
        </TryButton>
      )}
    </div>
  )
}
