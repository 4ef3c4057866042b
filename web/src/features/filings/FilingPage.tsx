import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useParams } from 'react-router'
import { api, versioned } from '@/shared/api/client'
import type { Filing } from '@/shared/api/types'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { ResultView } from '@/shared/results/ResultView'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { atMinute, today } from '@/shared/words/time'
import { FilingForm } from './FilingForm'
import { filings } from './words'

/** The form of one year: what departments report, what was last year, what the enterprise says. */
export function FilingPage() {
  const t = filings.use()
  const { id = '' } = useParams()
  const [purpose] = usePurpose()
  const found = useQuery({
    queryKey: ['filings', id, purpose],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/participants/{id}/filing', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
    // What is typed is in the form; a look at another window does not fetch it anew.
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
  const filing = found.data?.data
  const { batch } = filing?.participant ?? {}
  return (
    <Page title={batch?.title ?? t('one')} about={filing?.participant.name}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && filing && (
        <>
          <Standing filing={filing} />
          {(batch?.state === 'published' || batch?.state === 'closed') && (
            <Section title={t('result')} about={t('resultAbout')}>
              <ResultView participant={id} scheme={batch.scheme} />
            </Section>
          )}
          <FilingForm key={`${id}-${filing.participant.state}`} id={id} filing={filing} etag={found.data.etag} onReload={() => window.location.reload()} />
        </>
      )}
    </Page>
  )
}

/** How far it is, and what comes next. */
function Standing({ filing }: { filing: Filing }) {
  const t = filings.use()
  const { participant: one, confirm_only } = filing
  const returned = filing.fields.filter((field) => field.returned).length
  const days = Math.round((Date.parse(one.deadline) - Date.parse(today())) / 86_400_000)
  const writable = one.state === 'draft' || one.state === 'returned'
  return (
    <>
      <Section title={t('standing')}>
        <Facts
          facts={[
            [t('state'), <Badge key="state" group="participant" word={one.state} />],
            [t('deadline'), writable ? (days >= 0 ? t('daysLeft', { day: one.deadline, days }) : t('overdue', { day: one.deadline })) : one.deadline],
            ...(one.receipt_number ? ([[t('receipt'), <code key="receipt">{one.receipt_number}</code>]] as [string, React.ReactNode][]) : []),
            ...(one.submitted_at ? ([[t('submittedAt'), atMinute(one.submitted_at)]] as [string, React.ReactNode][]) : []),
            [t('next'), t(`next.${one.state}`)],
          ]}
        />
      </Section>
      {one.state === 'returned' && <Alert className="problem" type="warning" showIcon title={returned > 0 ? t('returnedFields', { count: returned }) : t('returnedWhole')} />}
      {confirm_only && writable && <Alert className="problem" type="info" showIcon title={t('confirmOnly')} description={t('confirmOnlyAbout')} />}
    </>
  )
}

export { FilingPage as Component }
