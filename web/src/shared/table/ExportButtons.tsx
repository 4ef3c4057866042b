import { App } from 'antd'
import { useState } from 'react'
import { Refused } from '@/shared/api/problem'
import { YES, type Can } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { uiWords } from '@/shared/ui/words'
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
  const u = uiWords.use()
  const { message } = App.useApp()
  const [busy, setBusy] = useState<string | null>(null)
  const run = async (format: string) => {
    setBusy(format)
    try {
      save(await exporting.fetch(format, wanted))
    } catch (error) {
      message.error(error instanceof Refused ? error.message : u('unreachable'))
    } finally {
      setBusy(null)
    }
  }
  return exporting.formats.map(({ format, label }) => (
    <ActionButton key={format} can={exporting.can ?? YES} loading={busy === format} title={t('filtered')} onClick={() => void run(format)}>
      {t('exportAs', { format: label })}
    </ActionButton>
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
