import type { SheetData } from 'write-excel-file/universal'

/** A cell of a workbook: a number where the table shows one, else the text as it stands. */
export type SheetCell = number | string

/** What a cell of a table says in a workbook. Codes and dates stay texts; whatever is a text is never a formula. */
export function cellOf(text: string, isNumber: boolean): SheetCell {
  const plain = text.replace(/,/g, '').trim()
  // Beyond fifteen digits a workbook would round.
  const number = isNumber && /^[−-]?\d+(\.\d+)?$/.test(plain) && plain.replace(/\D/g, '').length <= 15
  return number ? Number(plain.replace('−', '-')) : text.trim()
}

/** The rows of a table as it is shown, its headings first. */
export function rowsOf(table: HTMLTableElement): SheetCell[][] {
  return [...table.rows].map((row) => [...row.cells].map((cell) => cellOf(shownIn(cell), cell.tagName === 'TD')))
}

/** The text of a cell without its marks and small print. */
function shownIn(cell: HTMLTableCellElement): string {
  const shown = cell.cloneNode(true) as HTMLTableCellElement
  for (const part of shown.querySelectorAll('small, svg, [aria-hidden="true"]')) part.remove()
  return shown.textContent ?? ''
}

/** A workbook with one sheet. What writes it is loaded when somebody wants one. */
export async function workbookOf(title: string, rows: readonly (readonly SheetCell[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const [head = [], ...body] = rows
  const data: SheetData = [head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })), ...body.map((line) => line.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })))]
  // Names of sheets are at most 31 characters long and have none of these.
  const sheet = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
  const columns = head.map((_, at) => ({ width: Math.min(40, 4 + Math.max(...rows.map((line) => wide(String(line[at] ?? ''))))) }))
  return write(data, { sheet, columns, stickyRowsCount: 1 }).toBlob()
}

/** How wide a text is, in letters: Chinese characters count twice. */
function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > 'ÿ' ? 2 : 1), 0)
}
