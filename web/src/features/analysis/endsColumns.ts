import type { Column } from '@/shared/table/columns'
import { counted } from '@/shared/words/time'
import { rateOf, shared, type Ends, type Outcome } from './validity'
import { validity } from './validity-words'
import { analysis } from './words'

/** The columns that say how those of a line ended. */
export function useEndsColumns<Line extends Ends>(outcome: Outcome): Column<Line>[] {
  const t = validity.use()
  const number = (key: string, title: string, render: (line: Line) => string): Column<Line> => ({ key, title, render, number: true, still: true })
  return [
    number('enterprises', analysis.say('enterprises'), ({ good, bad }) => counted(good + bad)),
    number('good', t(`good.${outcome}`), ({ good }) => counted(good)),
    number('bad', t(`bad.${outcome}`), ({ bad }) => counted(bad)),
    number('rate', t(`rate.${outcome}`), (line) => shared(rateOf(line, outcome).value)),
    number('interval', t('interval'), (line) => {
      const { low, high } = rateOf(line, outcome)
      return low === null ? '—' : `${shared(low)}–${shared(high)}`
    }),
    number('woe', t('woe'), ({ woe, adjusted }) => (woe ? (adjusted ? t('adjusted', { value: woe }) : woe) : '—')),
    number('iv', t('iv'), ({ iv }) => iv ?? '—'),
  ]
}
