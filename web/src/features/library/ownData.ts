import type { Filing, FilingCell, FilingField, Participant } from '@/shared/api/types'
import { isReported, reportedValue } from '@/shared/filings/values'

/** Whether the enterprise may type now. The server decides (crates/domain/src/collection/participant.rs: Filing::after). */
export function isWritable({ state, batch }: Pick<Participant, 'state' | 'batch'>): boolean {
  return batch?.state === 'open' && (state === 'draft' || state === 'returned')
}

/** Where an enterprise says that its data are wrong: the year that is being collected, else the year that is shown. */
export function placeToCorrect(all: readonly Participant[], shown: string | undefined): Participant | undefined {
  const writable = all.filter(isWritable).sort((one, other) => (other.batch?.year ?? 0) - (one.batch?.year ?? 0))
  return writable[0] ?? all.find(({ id }) => id === shown)
}

/** Everything said so far with one more cell: a draft is always saved as a whole. */
export function withCell(filing: Filing, item: string, cell: FilingCell): Record<string, FilingCell> {
  const said = filing.fields.flatMap(({ item: other, own }) => (own ? [[other, own] as const] : []))
  return { ...Object.fromEntries(said), [item]: cell }
}

/** What would count now: the enterprise's own word, else a department's. */
export function valueNow(field: FilingField): string | null {
  return field.own?.value ?? reportedValue(field)
}

/** Whether there is something to object to. */
export function canObject({ participant }: Filing, field: FilingField): boolean {
  const taken = ['open', 'frozen', 'published'].includes(participant.batch?.state ?? '')
  return taken && isReported(field) && !field.objection
}
