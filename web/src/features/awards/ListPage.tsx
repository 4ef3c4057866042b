import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api, good, versioned } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Award } from '@/shared/api/types'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { AwardDialog, type AwardDoing } from './AwardDialog'
import { ListActions } from './ListActions'
import { Objections } from './Objections'
import { awards } from './words'

type Shown = components['schemas']['AwardListPage']

const STATES: readonly Award['state'][] = ['listed', 'struck', 'confirmed', 'batched', 'paid', 'failed', 'returned', 'clawed-back', 'cancelled']

/** One list: its sums, what may be done with it, who is on it, objections. */
export function ListPage() {
  const t = awards.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['award-lists', 'one', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/award-lists/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  if (!found.data) {
    return (
      <Page title={t('lists')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  return <Listed list={found.data.data} etag={found.data.etag} />
}

function asked(list_id: string, { filters: { state }, sort }: Wanted) {
  return { list_id, sort, ...(state && { state: state as Award['state'] }) }
}

function Listed({ list, etag }: { list: Shown; etag: string }) {
  const t = awards.use()
  const me = useMe()
  const [doing, setDoing] = useState<AwardDoing | null>(null)
  const exporting = exportingOf((wanted, format) =>
    api.GET('/api/v1/awards/export', { params: { query: { ...asked(list.id, wanted), format } }, parseAs: 'blob' }),
  )
  const columns: Column<Award>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'credit_code', title: t('creditCode'), render: (one) => <code>{one.credit_code}</code>, hidden: true },
    { key: 'park', title: t('park'), render: (one) => one.park, hidden: true },
    { key: 'claimed', title: t('claimed'), render: (one) => grouped(one.claimed), number: true },
    { key: 'amount', title: t('amount'), sort: 'amount', render: (one) => grouped(one.amount), number: true },
    { key: 'cuts', title: t('cuts'), render: (one) => one.cuts.join('；') },
    {
      key: 'state',
      title: t('state'),
      render: (one) => (
        <>
          <Badge group="award" word={one.state} />
          {one.reason && <small>{one.reason}</small>}
        </>
      ),
    },
    { key: 'account', title: t('account'), render: (one) => one.account },
  ]
  const open = ['review', 'notice', 'paying'].includes(list.state)
  const review = may(me, 'award:review') ? null : t('notAllowed')
  const button = (one: Award) => {
    if (one.state === 'struck') {
      return (
        <ActionButton size="small" can={unless(review, open ? null : t('wrongState'))} onClick={() => setDoing({ what: 'restore', award: one })}>
          {t('restore')}
        </ActionButton>
      )
    }
    if (one.state === 'paid') {
      return (
        <ActionButton size="small" can={unless(may(me, 'payment:take-back') ? null : t('notAllowed'))} onClick={() => setDoing({ what: 'takeBack', award: one })}>
          {t('takeBack')}
        </ActionButton>
      )
    }
    const can = unless(review, open && ['listed', 'confirmed', 'failed', 'returned'].includes(one.state) ? null : t('wrongState'))
    return (
      <ActionButton size="small" can={can} onClick={() => setDoing({ what: 'strike', award: one })}>
        {t('strike')}
      </ActionButton>
    )
  }
  return (
    <>
      <TablePage<Award>
        name="awards"
        scope={list.id}
        title={list.policy_name}
        about={t('listsAbout')}
        actions={<ListActions list={list} etag={etag} />}
        search={[{ name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: nameOf('award', value) })) }]}
        columns={columns}
        usualSort="-amount"
        list={({ filters, sort, limit, cursor }, signal) =>
          good(api.GET('/api/v1/awards', { params: { query: { ...asked(list.id, { filters, sort, limit, cursor }), limit, ...(cursor && { cursor }) } }, signal }))
        }
        exporting={{ ...exporting, can: unless(may(me, 'award:export') ? null : t('notAllowed')) }}
        rowKey={(one) => one.id}
        rowActions={{ title: t('doing'), render: button }}
        empty={{ title: t('emptyAwards') }}
        before={
          <>
            <ListFacts list={list} />
            <Objections list={list.id} />
          </>
        }
      />
      {doing && <AwardDialog doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}

function ListFacts({ list }: { list: Shown }) {
  const t = awards.use()
  const standing = list.states.filter(({ state }) => state !== 'struck' && state !== 'cancelled')
  const count = standing.reduce((sum, one) => sum + one.count, 0)
  const money = (text: string) => t('yuan', { amount: grouped(text) })
  return (
    <Section title={t('facts')}>
      <Facts
        facts={[
          [
            t('state'),
            <span key="state">
              <Badge group="awardList" word={list.state} /> {!list.official && <span className="badge badge-plain">{t('example')}</span>}
            </span>,
          ],
          [t('year'), list.period],
          [t('matchedOn'), list.matched_on],
          [t('total'), t('totalText', { amount: grouped(list.amount), count })],
          [t('paid'), money(list.paid)],
          [t('left'), list.left ? money(list.left) : t('noLimit')],
          [t('byState'), list.states.map((one) => `${nameOf('award', one.state)} ${t('stateText', { count: one.count, amount: grouped(one.amount) })}`).join('；')],
          ...(list.notice_from && list.notice_until
            ? ([
                [
                  t('notice'),
                  <span key="notice">
                    {t('noticeText', { from: list.notice_from, until: list.notice_until })}{' '}
                    {list.state === 'notice' && <a href={`/public/awards/${list.id}`}>{t('publicPage')}</a>}
                  </span>,
                ],
              ] as [string, React.ReactNode][])
            : []),
          [t('openObjections'), t('cases', { count: list.open_objections })],
          ...(list.reason ? ([[t('reason'), list.reason]] as [string, React.ReactNode][]) : []),
          [t('code'), <code key="code">{list.code.slice(0, 16)}</code>],
        ]}
      />
    </Section>
  )
}

export { ListPage as Component }
