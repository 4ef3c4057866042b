import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api, freshKey, good, versioned } from '@/shared/api/client'
import type { Award } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { Field } from '@/shared/form/Field'
import { unless } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Section } from '@/shared/ui/Page'
import { grouped } from '@/shared/words/values'
import { policies } from './words'

/** States in which an account can be confirmed, once the notice is over: the server decides. */
const OPEN: readonly Award['state'][] = ['listed', 'confirmed', 'failed', 'returned']

/** What becomes of the own enterprise's awards, and where the money goes. */
export function OwnAwards() {
  const t = policies.use()
  const [confirming, setConfirming] = useState<Award | null>(null)
  const [objecting, setObjecting] = useState(false)
  const found = useQuery({
    queryKey: ['awards', 'own'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/awards', { params: { query: { limit: 100, sort: '-amount' } }, signal })),
  })
  const names = useQuery({
    queryKey: ['policies', 'names'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/policies', { params: { query: { all: true, limit: 200 } }, signal })),
  })
  const nameOf = (code: string) => names.data?.items.find((one) => one.code === code)?.name ?? code
  const awards = found.data?.items ?? []
  const columns: Column<Award>[] = [
    { key: 'policy', title: t('policy'), render: (one) => nameOf(one.policy) },
    { key: 'period', title: t('year'), render: (one) => one.period, still: true },
    { key: 'amount', title: t('amount'), render: (one) => grouped(one.amount), number: true },
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
    { key: 'account', title: t('account'), render: (one) => one.account ?? '—' },
  ]
  return (
    <Section title={t('awards')} actions={<Button onClick={() => setObjecting(true)}>{t('object')}</Button>}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.data && awards.length === 0 && <p className="about">{t('awardsNone')}</p>}
      {awards.length > 0 && (
        <Rows<Award>
          label={t('awards')}
          columns={columns}
          rows={awards}
          rowKey={(one) => one.id}
          actions={{
            title: t('doing'),
            render: (one) => (
              <ActionButton size="small" can={unless(OPEN.includes(one.state) ? null : t('confirmNo'))} onClick={() => setConfirming(one)}>
                {t(one.account ? 'reconfirm' : 'confirm')}
              </ActionButton>
            ),
          }}
        />
      )}
      {confirming && <AccountDialog award={confirming} policy={nameOf(confirming.policy)} onClose={() => setConfirming(null)} />}
      {objecting && <ObjectDialog onClose={() => setObjecting(false)} />}
    </Section>
  )
}

function AccountDialog({ award, policy, onClose }: { award: Award; policy: string; onClose: () => void }) {
  const t = policies.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const confirm = async ({ holder = '', bank = '', number = '' }: Record<string, string>) => {
    const path = { id: award.id }
    const { etag } = await versioned(api.GET('/api/v1/awards/{id}', { params: { path } }))
    await good(api.POST('/api/v1/awards/{id}/confirm', { params: { path, header: { 'If-Match': etag } }, body: { holder, bank, number } }))
    await client.invalidateQueries({ queryKey: ['awards'] })
    message.success(t('confirmed'))
  }
  const fields = (
    <>
      <Field name="holder" label={t('holder')} required extra={t('holderHelp')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="bank" label={t('bank')} required extra={t('bankHelp')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="number" label={t('number')} required extra={t('numberHelp')}>
        <Input maxLength={40} inputMode="numeric" autoComplete="off" />
      </Field>
    </>
  )
  return (
    <ConfirmDialog title={t('confirmTitle')} submit={t('confirm')} fields={fields} initialValues={{ holder: award.name }} onSubmit={confirm} onClose={onClose}>
      <p>{t('confirmAbout', { policy, amount: grouped(award.amount) })}</p>
    </ConfirmDialog>
  )
}

/** Objects to a list on public notice, by the number its public page shows. */
function ObjectDialog({ onClose }: { onClose: () => void }) {
  const t = policies.use()
  const [key] = useState(freshKey)
  const { message } = App.useApp()
  const raise = async ({ list_id = '', reason = '' }: Record<string, string>) => {
    await good(api.POST('/api/v1/award-objections', { params: { header: { 'Idempotency-Key': key } }, body: { list_id: list_id.trim(), reason } }))
    message.success(t('objected'))
  }
  const fields = (
    <Field name="list_id" label={t('listNumber')} required extra={t('listNumberHelp')}>
      <Input maxLength={40} autoComplete="off" />
    </Field>
  )
  return (
    <ConfirmDialog title={t('objectTitle')} submit={t('object')} fields={fields} reason={{ label: t('objectReason') }} onSubmit={raise} onClose={onClose}>
      <p>{t('objectAbout')}</p>
      <a href="/public">{t('publicPages')}</a>
    </ConfirmDialog>
  )
}
