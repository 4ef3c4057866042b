import type { PointsExplained, WhatIf } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { difference } from '@/shared/points/numbers'
import { pointsWords } from '@/shared/points/words'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { way } from './trial'
import { points } from './words'

type Score = WhatIf['after']
type Moved = WhatIf['moved'][number]

interface Props {
  of: PointsExplained
  answer: WhatIf | undefined
  error: unknown
  waiting: boolean
  count: number
  onRetry: () => void
}

/** What the server says of the trial: before, after, and which indicators change. */
export function TrialResult({ answer, error, waiting, count, onRetry }: Props) {
  const t = points.use()
  return (
    <div className="trial-result">
      <Section title={t('result')}>
        <p className="quiet" role="status">
          {waiting ? t('calculating') : t('changedCount', { count })}
        </p>
        <ProblemAlert error={waiting ? null : error} onRetry={onRetry} />
        {answer && !error && (
          <div className={waiting ? 'dimmed' : undefined} aria-busy={waiting}>
            <Compared answer={answer} />
            <h3 className="board-heading">{t('moved')}</h3>
            {answer.moved.length === 0 && <p className="about">{t('movedNone')}</p>}
            {answer.moved.length > 0 && (
              <Rows<Moved>
                label={t('moved')}
                rows={answer.moved}
                rowKey={(one) => one.code}
                columns={[
                  { key: 'name', title: t('indicator'), render: (one) => named(one.name) },
                  { key: 'score', title: t('score'), number: true, render: (one) => t('movedRow', { before: one.before, after: one.after }), still: true },
                  { key: 'difference', title: t('differenceOf'), number: true, render: (one) => <Difference after={one.after} before={one.before} /> },
                ]}
              />
            )}
          </div>
        )}
      </Section>
    </div>
  )
}

function Compared({ answer: { before, after } }: { answer: WhatIf }) {
  const t = points.use()
  const p = pointsWords.use()
  const place = (score: Score) => (score.stage_rank ? `${p('place', { place: score.stage_rank.place })} / ${score.stage_rank.of}` : p('noRank'))
  const rows: [string, (score: Score) => string][] = [
    [p('total'), (score) => score.sums?.total ?? p('noTotal')],
    [p('grade'), (score) => (score.sums?.grade ? named(score.sums.grade.name) : p('noGrade'))],
    [p('stage'), (score) => (score.stage ? named(score.stage.name) : p('noStage'))],
    [p('stageRank'), place],
  ]
  const next = after.sums?.next_grade
  return (
    <>
      <p className="trial-total">
        <strong>{after.sums?.total ?? p('noTotal')}</strong>
        {before.sums && after.sums && <Difference after={after.sums.total} before={before.sums.total} />}
      </p>
      <table className="table compared">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, of]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{of(before)}</td>
              <td className={of(before) === of(after) ? undefined : 'trial-moved'}>{of(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {after.sums && <p className="about">{next ? p('nextGrade', { grade: named(next.grade.name), lacking: next.lacking, at_least: next.at_least }) : p('bestGrade')}</p>}
    </>
  )
}

const SIGNS = { up: '▲', down: '▼', same: '' }

function Difference({ after, before }: { after: string; before: string }) {
  const to = way(after, before)
  return (
    <span className={`moved-${to}`}>
      {SIGNS[to] && <span aria-hidden="true">{SIGNS[to]} </span>}
      {difference(after, before)}
    </span>
  )
}
