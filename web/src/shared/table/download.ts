import { good } from '@/shared/api/client'
import type { Exporting } from './ExportButtons'
import type { Wanted } from './TablePage'

interface Told {
  data?: unknown
  error?: unknown
  response: Response
}

/** A file that the server sends, under the name it gives. Ask with `parseAs: 'blob'`. */
export async function download(asked: Promise<Told>): Promise<{ name: string; content: Blob }> {
  let named = ''
  const noted = asked.then((told) => {
    named = told.response.headers.get('content-disposition') ?? ''
    return told
  })
  const content = (await good(noted)) as Blob
  const full = /filename\*=UTF-8''([^;]+)/.exec(named)?.[1]
  const plain = /filename="([^"]+)"/.exec(named)?.[1]
  return { name: full ? decodeURIComponent(full) : (plain ?? 'list'), content }
}

/** The formats that lists go out as. */
export const FORMATS = [
  { format: 'xlsx', label: 'Excel' },
  { format: 'csv', label: 'CSV' },
] as const

/** A list that goes out to whoever sees it: the server narrows it like the list itself. */
export function exportingOf(ask: (wanted: Wanted, format: string) => Promise<Told>): Exporting {
  return { formats: FORMATS, fetch: (format, wanted) => download(ask(wanted, format)) }
}
