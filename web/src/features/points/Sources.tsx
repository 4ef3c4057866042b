import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PointsExplained, ReportedValue } from '@/shared/api/types'
import { useDictionary } from '@/shared/dictionary/items'
import { PurposeOrProblem } from '@/shared/points/Purpose'
import { reportedQuery } from '@/shared/points/points'
import { Loading } from '@/shared/ui/Loading'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { points } from './words'

interface Props {
  indicator: string
  of: PointsExplained
  purpose: string
}

/** Where the data of an indicator come from: source, file and cell, person and time. Read when asked for. */
export function Sources({ indicator, of, purpose }: Props) {
  const t = points.use()
  const [open, setOpen] = useState(false)
  return (
    <details className="why-sources" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('seeSources')}</summary>
      {open && <Read indicator={indicator} of={of} purpose={purpose} />}
    </details>
  )
}

function Read({ indicator, of, purpose }: Props) {
  const t = points.use()
  const dictionary = useDictionary()
  const found = useQuery(reportedQuery(of.enterprise_id, of.batch_id, purpose))
  const items = of.inputs.filter(({ indicators }) => indicators.includes(indicator)).map(({ code }) => code)
  const said = (found.data ?? []).filter((one) => items.includes(one.item) && one.counts && (one.period ?? of.year) <= of.year)
  const latest = said.slice().sort((one, other) => (other.period ?? 0) - (one.period ?? 0))
  return (
    <>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && latest.length === 0 && <p className="about">{t('sourceNone')}</p>}
      <ul className="plain-list">
        {latest.map((one) => (
          <li key={`${one.statement_id}${one.item}`}>
            {dictionary.name(one.item)} {one.period ?? ''} · {t('sourceRow', { source: nameOf('source', one.source), value: shown(one, dictionary.value(one.item, one.value ?? '')) })}
            <small>
              {one.file ? t('sourceFile', { file: one.file, cell: [one.sheet, one.cell].filter(Boolean).join(' ') }) : t('sourceForm')}
              {' · '}
              {t('sourceBy', { name: one.entered_by_name ?? '', time: atMinute(one.entered_at) })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function shown(one: ReportedValue, value: string): string {
  return one.value ? `${value}${one.unit ?? ''}` : points.say('missing')
}
