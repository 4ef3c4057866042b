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
import { Frame } from '@/shared/table/Frame'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { Example } from './Example'
import { policies } from './words'

type Matching = components['schemas']['Matching']
type Matched = Matching['policies'][number]

/** Everybody of a published year with every policy in force. */
export function MatchingPage() {
  const t = policies.use()
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
    <Page title={t('matching')} about={t('matchingAbout')}>
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
        <Frame label={t('table')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('policy')}</th>
                <th scope="col">{t('way')}</th>
                {(['entitled', 'officer-check', 'cannot-tell', 'not-entitled'] as const).map((word) => (
                  <th key={word} scope="col" className="number">
                    {nameOf('entitlement', word)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t('claimed')}
                </th>
                <th scope="col" className="number">
                  {t('grantedYuan')}
                </th>
                <th scope="col" className="number">
                  {t('left')}
                </th>
                <th scope="col">{t('doing')}</th>
              </tr>
            </thead>
            <tbody>
              {matching.policies.map((one) => (
                <Row key={one.code} one={one} matching={matching} run={run} on={on} onOpen={() => setOpening(one)} />
              ))}
            </tbody>
          </table>
        </Frame>
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

interface RowProps {
  one: Matched
  matching: Matching
  run: string
  on: string
  onOpen: () => void
}

function Row({ one, matching, run, on, onOpen }: RowProps) {
  const t = policies.use()
  const me = useMe()
  const to = (standing: string) => `/entitlements/list?${new URLSearchParams({ run, policy: one.code, standing, ...(on && { on }) }).toString()}`
  const can = unless(
    may(me, 'award:open') ? null : t('openNo'),
    matching.run_state === 'published' ? null : t('openDraft'),
    one.money ? null : t('openRight'),
    one.entitled > 0 ? null : t('openNobody'),
  )
  const counts = { entitled: one.entitled, 'officer-check': one.officer_check, 'cannot-tell': one.cannot_tell, 'not-entitled': one.not_entitled }
  const money = (text: string) => (one.money ? grouped(text) : '—')
  return (
    <tr>
      <th scope="row">
        <Link to={`/policies/${one.code}`}>{one.name}</Link> <Example official={one.official} />
      </th>
      <td>{nameOf('policyWay', one.way)}</td>
      {Object.entries(counts).map(([word, count]) => (
        <td key={word} className="number">
          {count > 0 ? <Link to={to(word)}>{counted(count)}</Link> : '0'}
        </td>
      ))}
      <td className="number">{money(one.claimed)}</td>
      <td className="number">{money(one.granted)}</td>
      <td className="number">{one.left ? grouped(one.left) : '—'}</td>
      <td>
        <ActionButton size="small" can={can} onClick={onOpen}>
          {t('openList')}
        </ActionButton>
      </td>
    </tr>
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
      <p>{t('openAbout', { on })}</p>
    </ConfirmDialog>
  )
}

export { MatchingPage as Component }
