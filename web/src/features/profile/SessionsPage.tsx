import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { unless } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { deviceOf } from './device'
import { profile } from './words'

type Session = components['schemas']['MySession']

/** Where I am signed in. */
export function SessionsPage() {
  const t = profile.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [ending, setEnding] = useState<Session | 'others' | null>(null)
  const found = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => good(api.GET('/api/v1/me/sessions', { signal })) })
  const end = async () => {
    if (ending === 'others') await good(api.DELETE('/api/v1/me/sessions', {}))
    else if (ending) await good(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id: ending.id } } }))
    await client.invalidateQueries({ queryKey: ['sessions'] })
    message.success(t('ended'))
  }
  const columns: Column<Session>[] = [
    { key: 'agent', title: t('device'), render: (one) => `${deviceOf(one.agent) ?? t('unknownDevice')}${one.current ? ` · ${t('thisOne')}` : ''}` },
    { key: 'address', title: t('address'), render: (one) => one.address },
    { key: 'created_at', title: t('began'), render: (one) => atMinute(one.created_at), still: true },
    { key: 'seen_at', title: t('seen'), render: (one) => atMinute(one.seen_at), still: true },
    { key: 'expires_at', title: t('expires'), render: (one) => atMinute(one.expires_at), still: true },
  ]
  const others = found.data?.some((one) => !one.current) ?? false
  const endOthers = (
    <ActionButton danger can={unless(others ? null : t('noOthers'))} onClick={() => setEnding('others')}>
      {t('endOthers')}
    </ActionButton>
  )
  const endOne = (one: Session) => (
    <ActionButton size="small" can={unless(one.current ? t('thisOneWhy') : null)} onClick={() => setEnding(one)}>
      {t('endOne')}
    </ActionButton>
  )
  return (
    <Page title={t('sessionsTitle')} about={t('sessionsAbout')} actions={endOthers}>
      <div className="card">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
        {found.data && (
          <Rows label={t('sessionsTitle')} columns={columns} rows={found.data} rowKey={(one) => one.id} actions={{ title: t('action'), render: endOne }} />
        )}
      </div>
      {ending && (
        <ConfirmDialog
          title={ending === 'others' ? t('endOthersTitle') : t('endOneTitle')}
          submit={ending === 'others' ? t('endOthers') : t('endOne')}
          danger
          onSubmit={end}
          onClose={() => setEnding(null)}
        >
          {ending === 'others' ? t('endOthersAbout') : (deviceOf(ending.agent) ?? ending.address)}
        </ConfirmDialog>
      )}
    </Page>
  )
}

export { SessionsPage as Component }
