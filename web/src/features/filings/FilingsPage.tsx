import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Participant, ParticipantState } from '@/shared/api/types'
import { participantQuery } from '@/shared/filings/participants'
import type { Column } from '@/shared/table/columns'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { filings } from './words'

const STATES: readonly ParticipantState[] = ['draft', 'submitted', 'returned', 'approved', 'frozen']

function list({ filters, limit, cursor }: Wanted, signal: AbortSignal) {
  const state = filters.state as ParticipantState | undefined
  return good(api.GET('/api/v1/participants', { params: { query: { limit, ...(cursor && { cursor }), ...(state && { state }) } }, signal }))
}

/** The evaluations an enterprise takes part in. */
export function FilingsPage() {
  const t = filings.use()
  const columns: Column<Participant>[] = [
    {
      key: 'batch',
      title: t('batch'),
      render: (one) => (
        <Link to={`/filings/${one.id}`}>
          <BatchTitle id={one.id} />
        </Link>
      ),
    },
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'state', title: t('state'), render: (one) => <Badge group="participant" word={one.state} />, still: true },
    { key: 'deadline', title: t('deadline'), render: (one) => <Deadline one={one} />, still: true },
    { key: 'receipt_number', title: t('receipt'), render: (one) => one.receipt_number && <code>{one.receipt_number}</code>, still: true },
    { key: 'submitted_at', title: t('submittedAt'), render: (one) => one.submitted_at && atMinute(one.submitted_at), still: true, hidden: true },
  ]
  return (
    <TablePage<Participant>
      name="participants"
      scope="own"
      title={t('title')}
      about={t('about')}
      search={[{ name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('participant', state) })) }]}
      columns={columns}
      usualSort="enterprise"
      list={list}
      rowKey={(one) => one.id}
      empty={{ title: t('none'), about: t('noneAbout') }}
    />
  )
}

function BatchTitle({ id }: { id: string }) {
  const t = filings.use()
  return useQuery(participantQuery(id)).data?.data.batch?.title ?? t('one')
}

function Deadline({ one }: { one: Participant }) {
  const t = filings.use()
  return (
    <span>
      {one.deadline} {one.late && <span className="badge badge-bad">✕ {t('late')}</span>}
    </span>
  )
}

export { FilingsPage as Component }
