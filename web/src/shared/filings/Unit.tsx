import { words } from '@/shared/words/words'

const own = words('unit', { of: '（{{unit}}）' }, { of: ' ({{unit}})' })

/** The unit of a field, after its name. */
export function Unit({ unit }: { unit: string | null | undefined }) {
  const o = own.use()
  return unit ? <span className="unit">{o('of', { unit })}</span> : null
}
