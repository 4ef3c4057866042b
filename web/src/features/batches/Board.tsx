import { Link } from 'react-router'
import type { components } from '@/shared/api/schema'
import type { Batch } from '@/shared/api/types'
import { Section } from '@/shared/ui/Page'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { batches } from './words'

export type BoardBody = components['schemas']['BatchBoard']

/** How far an evaluation is: who filed, who is late, which departments reported. */
export function Board({ batch, board }: { batch: Batch; board: BoardBody | undefined }) {
  const t = batches.use()
  return (
    <>
      {board && (
        <Section title={t('board')} about={clock(batch, board, t)}>
          <Counts batch={batch} board={board} />
          <Sources board={board} />
        </Section>
      )}
      <Section title={t('plan')}>
        <Plan batch={batch} />
      </Section>
    </>
  )
}

function clock(batch: Batch, board: BoardBody, t: ReturnType<typeof batches.use>): string {
  if (batch.state !== 'open') return t(`clock.${batch.state}`)
  if (board.days_left < 0) return t('overdue', { days: -board.days_left, day: batch.enterprise_deadline })
  return t('daysLeft', { days: board.days_left, day: batch.enterprise_deadline })
}

function Counts({ batch, board }: { batch: Batch; board: BoardBody }) {
  const t = batches.use()
  const of = `/batches/${batch.id}`
  const all: [string, number, string | null][] = [
    [t('participants'), board.participants, of],
    [nameOf('participant', 'draft'), board.draft, `${of}?state=draft`],
    [nameOf('participant', 'submitted'), board.submitted, `${of}?state=submitted`],
    [nameOf('participant', 'returned'), board.returned, `${of}?state=returned`],
    [nameOf('participant', 'approved'), board.approved, `${of}?state=approved`],
    ...(board.frozen > 0 ? [[nameOf('participant', 'frozen'), board.frozen, `${of}?state=frozen`] as [string, number, string]] : []),
    [t('late'), board.late, `${of}?clock=late`],
    [t('extendedCount'), board.extended, `${of}?clock=extended`],
    [t('openObjections'), board.open_objections, `/objections?batch_id=${batch.id}&state=open`],
    [t('overdueObjections'), board.overdue_objections, null],
  ]
  return (
    <ul className="tallies">
      {all.map(([label, count, to]) => (
        <li key={label}>
          <span>{label}</span>
          {to && count > 0 ? <Link to={to}>{counted(count)}</Link> : <strong>{counted(count)}</strong>}
        </li>
      ))}
    </ul>
  )
}

function Sources({ board }: { board: BoardBody }) {
  const t = batches.use()
  const all: [string, number][] = [
    [t('anySource'), board.reported],
    ...Object.entries(board.sources).map(([source, count]): [string, number] => [nameOf('source', source), count]),
  ]
  return (
    <>
      <h3 className="board-heading">{t('coverage')}</h3>
      <dl className="bars">
        {all.map(([source, count]) => (
          <div key={source}>
            <dt>{source}</dt>
            <dd>
              <progress aria-hidden="true" max={Math.max(1, board.participants)} value={count} />
              <span>
                {counted(count)} / {counted(board.participants)} · {shareOf(count, board.participants)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Plan({ batch }: { batch: Batch }) {
  const t = batches.use()
  const scheme = useScheme(batch.scheme)
  const { objection_from: from, objection_to: to } = batch
  return (
    <Facts
      facts={[
        [t('state'), <Badge key="state" group="batch" word={batch.state} />],
        [t('year'), batch.year],
        [t('scheme'), scheme ? t('schemeOf', { name: codeName([scheme], scheme.code) ?? '', version: scheme.version }) : <code key="scheme">{batch.scheme}</code>],
        [t('schemeHash'), <code key="hash">{batch.scheme_hash.slice(0, 16)}</code>],
        [t('calendar'), t('calendarOf', { from: batch.opens_on, filed: batch.enterprise_deadline, reviewed: batch.review_deadline })],
        [t('objectionPeriod'), from && to ? t('period', { from, to }) : t('noObjectionPeriod')],
        [t('secondReview'), batch.second_review ? t('twoReviewers') : t('oneReviewer')],
      ]}
    />
  )
}
