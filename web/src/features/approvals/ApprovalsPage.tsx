import { api, good } from '@/shared/api/client'
import type { Approval } from '@/shared/api/types'
import { YES, may, no, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import { useOpened } from '@/shared/table/opened'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { ApprovalDrawer } from './ApprovalDrawer'
import { actionName, approvals } from './words'

const STATES: readonly Approval['state'][] = ['waiting', 'confirmed', 'declined', 'withdrawn', 'lapsed', 'expired']

function asked({ filters, sort }: Wanted) {
  const state = filters.state as Approval['state'] | undefined
  return { sort, ...(state && { state }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/approvals', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** What needs a second person: what one asked for oneself, and what one may decide. */
export function ApprovalsPage() {
  const t = approvals.use()
  const me = useMe()
  const [opened, open] = useOpened()
  const columns: Column<Approval>[] = [
    {
      key: 'words',
      title: t('what'),
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.id)}>
          {one.words}
        </button>
      ),
    },
    { key: 'action', title: t('action'), render: (one) => actionName(one.action), still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="approval" word={one.state} />, still: true },
    { key: 'requester', title: t('requester'), render: (one) => one.requester },
    { key: 'created_at', title: t('asked'), sort: 'created_at', render: (one) => atMinute(one.created_at), still: true },
    { key: 'expires_at', title: t('expires'), render: (one) => (one.state === 'waiting' ? atMinute(one.expires_at) : null), still: true },
    { key: 'decider', title: t('decider'), render: (one) => one.decider },
  ]
  return (
    <>
      <TablePage<Approval>
        name="approvals"
        title={t('title')}
        about={t('about')}
        search={[{ name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('approval', state) })) }]}
        columns={columns}
        usualSort="-created_at"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'approval:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) => download(api.GET('/api/v1/approvals/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), about: t('noneAbout') }}
      />
      <ApprovalDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

export { ApprovalsPage as Component }
