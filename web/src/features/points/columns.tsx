import { Link } from 'react-router'
import type { PointsRow } from '@/shared/api/types'
import { resultWords } from '@/shared/results/words'
import type { Column } from '@/shared/table/columns'
import { common } from '@/shared/words/common'
import { points } from './words'

/** How enterprises of a run are shown. */
export function usePointsColumns(): Column<PointsRow>[] {
  const t = points.use()
  const r = resultWords.use()
  const c = common.use()
  const flag = (word: string) => {
    const key = `flag.${word}`
    return resultWords.has(key) ? r(key) : word
  }
  return [
    { key: 'name', title: t('enterprise'), render: (one) => (one.participant_id ? <Link to={`/points/${one.participant_id}`}>{one.name}</Link> : one.name) },
    { key: 'rank', title: t('rank'), sort: 'rank', number: true, render: (one) => one.rank },
    { key: 'total', title: t('total'), number: true, render: (one) => one.total ?? (one.withheld && <span className="badge badge-bad">✕ {one.withheld}</span>) },
    { key: 'grade', title: t('grade'), render: (one) => one.grade, still: true },
    { key: 'stage', title: t('stage'), render: (one) => one.stage, still: true },
    { key: 'stage_rank', title: t('stageRank'), sort: 'stage_rank', number: true, render: (one) => one.stage_rank },
    { key: 'field', title: t('field'), render: (one) => one.field },
    { key: 'park', title: t('park'), render: (one) => one.park },
    { key: 'coverage', title: t('coverage'), sort: 'coverage', number: true, render: (one) => `${one.known} / ${one.asked}`, still: true },
    { key: 'size', title: t('size'), render: (one) => one.size, hidden: true },
    { key: 'flags', title: t('flags'), render: (one) => one.flags.map(flag).join(c('comma')), hidden: true },
    { key: 'credit_code', title: t('credit'), sort: 'credit_code', render: (one) => <code>{one.credit_code}</code>, still: true, hidden: true },
  ]
}
