import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { LoanPage, LoanReview } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { reviews } from './reviewWords'

const OPEN: readonly string[] = ['submitted', 'reviewing', 'asked']

/** What the bank made of an application by its scorecard; nothing where it has none and never reviewed. */
export function Reviews({ loan }: { loan: LoanPage }) {
  const t = reviews.use()
  const found = useQuery({
    queryKey: ['loans', 'reviews', loan.id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/loans/{id}/reviews', { params: { path: { id: loan.id } }, signal })),
    staleTime: 0,
  })
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  const { card, reviews: all = [] } = found.data ?? {}
  if (!card && all.length === 0) return null
  const columns: Column<LoanReview>[] = [
    { key: 'when', title: t('when'), render: (one) => atMinute(one.made_at), still: true },
    { key: 'who', title: t('who'), render: (one) => one.made_by_name },
    { key: 'total', title: t('total'), render: (one) => one.score && t('ofMost', { total: one.score.total, most: one.score.most }), still: true },
    { key: 'grade', title: t('grade'), render: (one) => one.score && `${one.score.grade} ${one.score.grade_name}`, still: true },
    { key: 'suggested', title: t('suggested'), render: (one) => one.score?.suggested && grouped(one.score.suggested), number: true },
    { key: 'limit', title: t('limit'), render: (one) => grouped(one.limit), number: true },
    { key: 'departure', title: t('departure'), render: (one) => t(`departure.${one.departure}`), still: true },
    { key: 'why', title: t('justification'), render: (one) => one.justification },
  ]
  return (
    <Section title={t('title')} about={t('about')}>
      {card?.required && all.length === 0 && <p className="note">{t('must')}</p>}
      {all.length === 0 && !card?.required && <p className="about">{t('none')}</p>}
      {all.length > 0 && <Rows<LoanReview> label={t('title')} columns={columns} rows={all} rowKey={({ id }) => id} />}
      {card && OPEN.includes(loan.state) && (
        <p>
          <Link className="action-link" to={`/loans/${loan.id}/review`}>
            {t('review')}
          </Link>
        </p>
      )}
    </Section>
  )
}
