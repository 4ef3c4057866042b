import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { TryButton } from '@/shared/ui/TryButton'
import { common } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { AddWebhook } from './AddWebhook'
import { webhooks } from './words'

type Webhook = components['schemas']['Webhook']
type Delivery = components['schemas']['WebhookDelivery']

/** Where messages to the bank are sent on, and what came of them. */
export function WebhooksPage() {
  const t = webhooks.use()
  const me = useMe()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Webhook | null>(null)
  const [seen, setSeen] = useState<Webhook | null>(null)
  const found = useQuery({ queryKey: ['webhooks', 'own'], queryFn: ({ signal }) => good(api.GET('/api/v1/webhooks', { signal })) })
  const hosts = found.data?.hosts ?? []
  const own = found.data?.webhooks ?? []
  const can = unless(may(me, 'webhook:change') ? null : t('action'), hosts.length > 0 ? null : t('noHosts'))
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <ActionButton type="primary" can={can} onClick={() => setAdding(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      <div className="card">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
        {found.data && own.length === 0 && <Empty title={t('none')} about={hosts.length > 0 ? t('noneAbout') : t('noHosts')} />}
        {own.length > 0 && <Own own={own} onEnd={setEnding} onSee={setSeen} />}
      </div>
      {seen && <Deliveries of={seen} />}
      <AddWebhook open={adding} hosts={hosts} onClose={() => setAdding(false)} />
      {ending && <EndDialog one={ending} onClose={() => setEnding(null)} />}
    </Page>
  )
}

function Own({ own, onEnd, onSee }: { own: Webhook[]; onEnd: (one: Webhook) => void; onSee: (one: Webhook) => void }) {
  const t = webhooks.use()
  const c = common.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const kind = (word: string) => (webhooks.has(`kind.${word}`) ? t(`kind.${word}` as 'kind.loan-applied') : word)
  const tried = async (id: string) => {
    await good(api.POST('/api/v1/webhooks/{id}/trial', { params: { path: { id } } }))
    await client.invalidateQueries({ queryKey: ['webhooks'] })
    message.success(t('trialSent'))
  }
  const columns: Column<Webhook>[] = [
    { key: 'url', title: t('url'), render: (one) => <code>{one.url}</code> },
    { key: 'kinds', title: t('kinds'), render: (one) => one.kinds.map(kind).join(c('comma')) },
    { key: 'made_at', title: t('made'), render: (one) => atMinute(one.made_at), still: true },
  ]
  const actions = (one: Webhook) => (
    <span className="badges">
      <TryButton size="small" run={() => tried(one.id)}>
        {t('trial')}
      </TryButton>
      <Button size="small" aria-label={t('deliveriesOf', { url: one.url })} onClick={() => onSee(one)}>
        {t('deliveries')}
      </Button>
      <Button size="small" danger onClick={() => onEnd(one)}>
        {t('end')}
      </Button>
    </span>
  )
  return <Rows<Webhook> label={t('title')} columns={columns} rows={own} rowKey={(one) => one.id} actions={{ title: t('action'), render: actions }} />
}

function Deliveries({ of: { id, url } }: { of: Webhook }) {
  const t = webhooks.use()
  const found = useQuery({
    queryKey: ['webhooks', 'deliveries', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id } }, signal })),
    refetchInterval: 10_000,
  })
  const columns: Column<Delivery>[] = [
    { key: 'kind', title: t('kind'), render: (one) => (webhooks.has(`kind.${one.kind}`) ? t(`kind.${one.kind}` as 'kind.loan-applied') : one.kind), still: true },
    { key: 'state', title: t('state'), render: (one) => t(`state.${one.state}`), still: true },
    { key: 'tries', title: t('tries'), render: (one) => one.tries, number: true },
    { key: 'said', title: t('said'), render: (one) => one.said },
    { key: 'next', title: t('next'), render: (one) => one.next_at && atMinute(one.next_at), still: true },
    { key: 'made', title: t('made'), render: (one) => atMinute(one.made_at), still: true },
    { key: 'id', title: t('message'), render: (one) => <code>{one.id}</code> },
  ]
  return (
    <Section title={t('deliveries')} about={url}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <p className="about">{t('noDeliveries')}</p>}
      {found.data && found.data.length > 0 && <Rows<Delivery> label={t('deliveries')} columns={columns} rows={found.data} rowKey={(one) => one.id} />}
    </Section>
  )
}

function EndDialog({ one, onClose }: { one: Webhook; onClose: () => void }) {
  const t = webhooks.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const end = async ({ reason = '' }: Record<string, string>) => {
    await good(api.POST('/api/v1/webhooks/{id}/end', { params: { path: { id: one.id } }, body: { reason } }))
    await client.invalidateQueries({ queryKey: ['webhooks'] })
    message.success(t('ended'))
  }
  return (
    <ConfirmDialog title={t('endTitle')} submit={t('end')} danger reason={{ label: t('why') }} onSubmit={end} onClose={onClose}>
      <p>{t('endAbout', { url: one.url })}</p>
    </ConfirmDialog>
  )
}

export { WebhooksPage as Component }
