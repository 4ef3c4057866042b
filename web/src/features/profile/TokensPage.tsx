import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { permissionName } from '@/shared/words/permissions'
import { AddToken } from './AddToken'
import { profile } from './words'

type Token = components['schemas']['MyToken']

/** Tokens for programs that act in my name. */
export function TokensPage() {
  const t = profile.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const found = useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => good(api.GET('/api/v1/me/tokens', { signal })) })
  const revoke = async (id: string) => {
    await good(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } }))
    await client.invalidateQueries({ queryKey: ['tokens'] })
    message.success(t('revoked'))
  }
  const columns: Column<Token>[] = [
    { key: 'name', title: t('tokenName'), render: (one) => one.name },
    { key: 'scopes', title: t('scopes'), render: (one) => one.scopes.map((scope) => (scope === 'read' ? t('scopeRead') : permissionName(scope))).join(' · ') },
    { key: 'created_at', title: t('made'), render: (one) => atMinute(one.created_at), still: true },
    { key: 'expires_at', title: t('until'), render: (one) => `${atMinute(one.expires_at)}${isOver(one) ? ` · ${t('expired')}` : ''}`, still: true },
    { key: 'used_at', title: t('used'), render: (one) => (one.used_at ? atMinute(one.used_at) : t('never')), still: true },
  ]
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('addToken')}
    </Button>
  )
  const end = (one: Token) => (
    <Button size="small" danger onClick={() => setRevoking(one)}>
      {t('revoke')}
    </Button>
  )
  return (
    <Page title={t('tokensTitle')} about={t('tokensAbout')} actions={add}>
      <div className="card">
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
        {found.data?.length === 0 && <Empty title={t('noTokens')} about={t('noTokensAbout')} />}
        {found.data && found.data.length > 0 && (
          <Rows label={t('tokensTitle')} columns={columns} rows={found.data} rowKey={(one) => one.id} actions={{ title: t('action'), render: end }} />
        )}
      </div>
      <AddToken open={adding} onClose={() => setAdding(false)} />
      {revoking && (
        <ConfirmDialog
          title={t('revokeTitle', { name: revoking.name })}
          submit={t('revoke')}
          danger
          onSubmit={() => revoke(revoking.id)}
          onClose={() => setRevoking(null)}
        >
          {t('revokeAbout')}
        </ConfirmDialog>
      )}
    </Page>
  )
}

function isOver(token: Token): boolean {
  return new Date(token.expires_at) <= new Date()
}

export { TokensPage as Component }
