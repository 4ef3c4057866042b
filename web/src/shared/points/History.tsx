import { Link } from 'react-router'
import type { Scheme, YearOfPoints } from '@/shared/api/types'
import { Figure } from '@/shared/charts/Figure'
import { Trend } from '@/shared/charts/Trend'
import { codeName } from '@/shared/schemes/schemes'
import { Rows } from '@/shared/table/Rows'
import { unitsOf } from './numbers'
import { pointsWords } from './words'

interface Props {
  years: readonly YearOfPoints[]
  /** The scheme of the year that is looked at, for names of stages, grades and vetoes. */
  scheme: Scheme | undefined
  /** Where a year is read. */
  base: string
}

/** The years of an enterprise as a line and a table. */
export function History({ years, scheme, base }: Props) {
  const t = pointsWords.use()
  const total = (one: YearOfPoints) => one.total ?? (one.withheld ? codeName(scheme?.vetoes, one.withheld) : t('noTotal')) ?? ''
  const ascending = years.slice().sort((one, other) => one.year - other.year)
  const table = (
    <Rows<YearOfPoints>
      label={t('history')}
      rows={years}
      rowKey={(one) => one.participant_id}
      columns={[
        { key: 'year', title: t('yearColumn'), render: (one) => <Link to={`${base}/${one.participant_id}`}>{t('year', { year: one.year })}</Link> },
        { key: 'total', title: t('total'), number: true, render: total },
        { key: 'grade', title: t('grade'), render: (one) => codeName(scheme?.grades, one.grade) },
        { key: 'stage', title: t('stage'), render: (one) => codeName(scheme?.stages, one.stage) },
        { key: 'stage_rank', title: t('stageRank'), number: true, render: (one) => one.stage_rank },
        { key: 'rank', title: t('rank'), number: true, render: (one) => one.rank && `${one.rank} / ${one.ranked}` },
      ]}
    />
  )
  if (years.length < 2) return table
  const says = t('historySays', { years: ascending.map((one) => t('historyYear', { year: one.year, total: total(one) })).join('; ') })
  const most = Math.max(100, ...years.map((one) => unitsOf(one.total) / 10_000))
  const places = ascending.map((one) => ({ label: String(one.year), value: one.total ? unitsOf(one.total) / 10_000 : null, text: total(one) }))
  return (
    <Figure title={t('history')} says={says} table={table}>
      <Trend points={places} most={most} />
    </Figure>
  )
}
