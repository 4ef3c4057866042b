import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { App, Input } from 'antd'
import { api, freshKey, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { may, unless, useMe } from '@/shared/me/me'
import { publishedQuery } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Example } from '@/shared/ui/Example'
import { policies } from './words'

type Matching = components['schemas']['Matching']
type Matched = Matching['policies'][number]

/** Everybody of a published year with every policy in force. */
export function MatchingPage() {
  const t = policies.use()
  const me = useMe()
  const [address, setAddress] = useSearchParams()
  const published = useQuery(publishedQuery)
  const run = address.get('run') ?? published.data?.[0]?.run.id
  const on = address.get('on') ?? ''
  const found = useQuery({
    queryKey: ['policies', 'matching', run, on],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/runs/{id}/policies', { params: { path: { id: run ?? '' }, query: on ? { on } : {} }, signal })),
    enabled: run !== undefined,
  })
  if (published.data?.length === 0) {
    return (
      <Page title={t('matching')}>
        <Empty title={t('noRuns')} about={t('noRunsAbout')} />
      </Page>
    )
  }
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address)
    if (value) next.set(name, value)
    else next.delete(name)
    setAddress(next)
  }
  const options = (published.data ?? []).map(({ run: one, batch }) => ({ value: one.id, label: batch.title }))
  return (
    <Page title={t('matching')} about={t('matchingAbout')} actions={may(me, 'policy:try') && <Link to="/entitlements/trial">{t('trial')}</Link>}>
      <div className="card search">
        <label>
          <span>{t('run')}</span>
          <Choice aria-label={t('run')} value={run ?? ''} options={options} onChange={(value) => set('run', value ?? '')} always />
        </label>
        <label>
          <span>{t('on')}</span>
          <Input type="date" aria-label={t('on')} value={on || found.data?.on || ''} onChange={(event) => set('on', event.target.value)} />
        </label>
      </div>
      <ProblemAlert error={found.error ?? published.error} onRetry={() => void found.refetch()} />
      {(found.isPending || published.isPending) && <Loading />}
      {found.data && run && <Found matching={found.data} run={run} on={on} />}
    </Page>
  )
}

function Found({ matching, run, on }: { matching: Matching; run: string; on: string }) {
  const t = policies.use()
  const [opening, setOpening] = useState<Matched | null>(null)
  return (
    <>
      <Section title={t('facts')} about={matching.note}>
        <Facts
          facts={[
            [t('enterprises'), counted(matching.enterprises)],
            [t('served'), t('count', { count: counted(matching.served) })],
            [t('granted'), t('yuan', { amount: grouped(matching.granted) })],
            [
              t('code'),
              <span key="code">
                <code>{matching.code.slice(0, 16)}</code> <small>{t('codeHelp')}</small>
              </span>,
            ],
          ]}
        />
      </Section>
      <Section title={t('table')}>
        <Policies matching={matching} run={run} on={on} onOpen={setOpening} />
        {matching.not_matched.length > 0 && (
          <>
            <h3>{t('notMatched')}</h3>
            <ul>
              {matching.not_matched.map((one) => (
                <li key={one.code}>
                  {one.name}：{one.why}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {opening && <OpenDialog one={opening} run={run} on={matching.on} onClose={() => setOpening(null)} />}
    </>
  )
}

interface PoliciesProps {
  matching: Matching
  run: string
  on: string
  onOpen: (one: Matched) => void
}

/** Each policy with its counts, which lead to their lists, and what it costs. */
function Policies({ matching, run, on, onOpen }: PoliciesProps) {
  const t = policies.use()
  const me = useMe()
  const can = (one: Matched) =>
    unless(
      may(me, 'award:open') ? null : t('openNo'),
      matching.run_state === 'published' ? null : t('openDraft'),
      one.money ? null : t('openRight'),
      one.entitled > 0 || one.way !== 'without-application' ? null : t('openNobody'),
    )
  const money = (one: Matched, text: string | null | undefined) => (one.money && text ? grouped(text) : '—')
  const count = (word: string, of: (one: Matched) => number): Column<Matched> => ({
    key: word,
    title: nameOf('entitlement', word),
    number: true,
    render: (one) => {
      const to = new URLSearchParams({ run, policy: one.code, standing: word, ...(on && { on }) })
      return of(one) > 0 ? <Link to={`/entitlements/list?${to.toString()}`}>{counted(of(one))}</Link> : '0'
    },
  })
  const columns: Column<Matched>[] = [
    {
      key: 'policy',
      title: t('policy'),
      render: (one) => (
        <>
          <Link to={`/policies/${one.code}`}>{one.name}</Link> <Example official={one.official} />
        </>
      ),
    },
    { key: 'way', title: t('way'), render: (one) => nameOf('policyWay', one.way), still: true },
    count('entitled', (one) => one.entitled),
    count('officer-check', (one) => one.officer_check),
    count('cannot-tell', (one) => one.cannot_tell),
    count('not-entitled', (one) => one.not_entitled),
    { key: 'claimed', title: t('claimed'), render: (one) => money(one, one.claimed), number: true },
    { key: 'granted', title: t('grantedYuan'), render: (one) => money(one, one.granted), number: true },
    { key: 'left', title: t('left'), render: (one) => money(one, one.left), number: true },
  ]
  const open = (one: Matched) => (
    <span className="badges">
      <ActionButton size="small" can={can(one)} onClick={() => onOpen(one)}>
        {t('openList')}
      </ActionButton>
      {one.way !== 'without-application' && matching.run_state === 'published' && may(me, 'award:open') && <Invite one={one} run={run} />}
    </span>
  )
  return <Rows<Matched> label={t('table')} columns={columns} rows={matching.policies} rowKey={(one) => one.code} actions={{ title: t('doing'), render: open }} />
}

/** Tells those who can apply and have not. */
function Invite({ one, run }: { one: Matched; run: string }) {
  const t = policies.use()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const [key, setKey] = useState(freshKey)
  const invite = async () => {
    const told = await good(api.POST('/api/v1/runs/{id}/policy-invitations', { params: { path: { id: run }, header: { 'Idempotency-Key': key } }, body: { policy: one.code } }))
    setKey(freshKey())
    message.success(t('invited', { told: told.told, applied: told.applied, unreachable: told.unreachable }))
  }
  return (
    <>
      <ActionButton size="small" can={unless(one.entitled + one.officer_check > 0 ? null : t('openNobody'))} onClick={() => setAsking(true)}>
        {t('invite')}
      </ActionButton>
      {asking && (
        <ConfirmDialog title={t('inviteTitle', { name: one.name })} submit={t('invite')} onSubmit={invite} onClose={() => setAsking(false)}>
          <p>{t('inviteAbout')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function OpenDialog({ one, run, on, onClose }: { one: Matched; run: string; on: string; onClose: () => void }) {
  const t = policies.use()
  const navigate = useNavigate()
  const [key] = useState(freshKey)
  const { message } = App.useApp()
  const open = async () => {
    const made = await good(api.POST('/api/v1/runs/{id}/award-lists', { params: { path: { id: run }, header: { 'Idempotency-Key': key } }, body: { policy: one.code, on } }))
    message.success(t('opened'))
    await navigate(`/award-lists/${made.id}`)
  }
  return (
    <ConfirmDialog title={t('openTitle', { name: one.name })} submit={t('openList')} onSubmit={open} onClose={onClose}>
      <p>{t(one.way === 'without-application' ? 'openAbout' : 'openApplied', { on })}</p>
    </ConfirmDialog>
  )
}

export { MatchingPage as Component }
