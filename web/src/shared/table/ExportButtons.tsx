import { YES, type Can } from '@/shared/me/me'
import { TryButton } from '@/shared/ui/TryButton'
import { tableWords } from './words'
import type { Wanted } from './TablePage'

/** How a list leaves the console. */
export interface Exporting {
  formats: readonly { format: string; label: string }[]
  /** Asks the server for everything that matches, as a file. */
  fetch: (format: string, wanted: Wanted) => Promise<{ name: string; content: Blob }>
  can?: Can
}

/** A button for each format. */
export function ExportButtons({ exporting, wanted }: { exporting: Exporting; wanted: Wanted }) {
  const t = tableWords.use()
  return exporting.formats.map(({ format, label }) => (
    <TryButton key={format} can={exporting.can ?? YES} title={t('filtered')} run={async () => save(await exporting.fetch(format, wanted))}>
      {t('exportAs', { format: label })}
    </TryButton>
  ))
}

/** Hands a file to the browser. */
export function save({ name, content }: { name: string; content: Blob }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
