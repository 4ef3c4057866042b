import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { api, freshKey, good } from '@/shared/api/client'
import type { Fund } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { fundsQuery } from '@/shared/funds/funds'
import { may, unless, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { today } from '@/shared/words/time'
import { grouped, ungrouped } from '@/shared/words/values'
import { funds } from './words'

const KINDS: readonly Fund['kind'][] = ['risk', 'interest']

/** The funds of a zone: what is in them, what they paid, what they bear. */
export function FundsPage() {
  const t = funds.use()
  const me = useMe()
  const [opening, setOpening] = useState(false)
  const [paying, setPaying] = useState<Fund | null>(null)
  const found = useQuery(fundsQuery)
  const all = found.data?.funds ?? []
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <ActionButton type="primary" can={unless(may(me, 'fund:open') ? null : t('mayNot'))} onClick={() => setOpening(true)}>
          {t('open')}
        </ActionButton>
      }
    >
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && all.length === 0 && (
        <div className="card">
          <Empty title={t('none')} about={t('noneAbout')} />
        </div>
      )}
      {all.map((fund) => (
        <One key={fund.id} fund={fund} onPay={() => setPaying(fund)} />
      ))}
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
      {paying && <PayInDialog fund={paying} onClose={() => setPaying(null)} />}
    </Page>
  )
}

function One({ fund, onPay }: { fund: Fund; onPay: () => void }) {
  const t = funds.use()
  const me = useMe()
  const risk = fund.kind === 'risk'
  const own: [string, ReactNode][] = risk
    ? [
        [t('compensated'), grouped(fund.compensated)],
        [t('recovered'), grouped(fund.recovered)],
        [t('filed'), fund.filed],
        [t('covered'), grouped(fund.covered)],
      ]
    : [
        [t('subsidised'), grouped(fund.subsidised)],
        [t('givenBack'), grouped(fund.given_back)],
      ]
  const actions = (
    <>
      <Link to={`/fund-entries?fund_id=${fund.id}`} aria-label={t('ledgerOf', { name: fund.name })}>
        {t('ledger')}
      </Link>
      {may(me, 'fund:enter') && (
        <Button aria-label={t('payInOf', { name: fund.name })} onClick={onPay}>
          {t('payIn')}
        </Button>
      )}
    </>
  )
  return (
    <Section title={fund.name} actions={actions}>
      <Facts facts={[[t('kind'), nameOf('fundKind', fund.kind)], [t('balance'), grouped(fund.balance)], [t('paidIn'), grouped(fund.paid_in)], ...own, [t('waiting'), fund.waiting]]} />
    </Section>
  )
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = funds.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const open = async ({ name = '', kind = '' }: Record<string, string>) => {
    await good(api.POST('/api/v1/funds', { params: { header: { 'Idempotency-Key': key } }, body: { name, kind: kind as Fund['kind'] } }))
    await client.invalidateQueries({ queryKey: ['funds'] })
    message.success(t('opened'))
  }
  const fields = (
    <>
      <Field name="name" label={t('name')} required extra={t('nameHelp')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="kind" label={t('kind')} required>
        <Choice options={KINDS.map((value) => ({ value, label: nameOf('fundKind', value) }))} />
      </Field>
    </>
  )
  return <ConfirmDialog title={t('openTitle')} submit={t('open')} fields={fields} onSubmit={open} onClose={onClose} />
}

function PayInDialog({ fund, onClose }: { fund: Fund; onClose: () => void }) {
  const t = funds.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key] = useState(freshKey)
  const enter = async ({ amount = '', on = '', reference, note }: Record<string, string>) => {
    const params = { path: { id: fund.id }, header: { 'Idempotency-Key': key } }
    const body = { kind: 'pay-in', amount: ungrouped(amount), on, ...(reference && { reference }), ...(note && { note }) } as const
    await good(api.POST('/api/v1/funds/{id}/entries', { params, body }))
    await client.invalidateQueries({ queryKey: ['funds'] })
    await client.invalidateQueries({ queryKey: ['fund-entries'] })
    message.success(t('entered'))
  }
  const fields = (
    <>
      <Field name="amount" label={t('amount')} required>
        <Input inputMode="decimal" autoComplete="off" />
      </Field>
      <Field name="on" label={t('on')} required extra={t('onHelp')}>
        <Input type="date" />
      </Field>
      <Field name="reference" label={t('reference')}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <Field name="note" label={t('note')}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
    </>
  )
  return <ConfirmDialog title={t('payInOf', { name: fund.name })} submit={t('payIn')} fields={fields} initialValues={{ on: today() }} onSubmit={enter} onClose={onClose} />
}

export { FundsPage as Component }
