import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { providerQuery, setOut } from '@/shared/provider/provider'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { profile } from './words'

type Identity = components['schemas']['MyIdentity']

/** The identities at the provider that I may sign in by; nothing where there is no provider. */
export function Identities() {
  const t = profile.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const provider = useQuery(providerQuery).data
  const found = useQuery({ queryKey: ['identities'], queryFn: ({ signal }) => good(api.GET('/api/v1/me/identities', { signal })) })
  const [unlinking, setUnlinking] = useState<Identity | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const linked = found.data ?? []
  if (!provider && linked.length === 0) return null
  const link = () => {
    setFailure(null)
    setOut({ for: 'link' }).catch(setFailure)
  }
  const unlink = async (id: string) => {
    await good(api.DELETE('/api/v1/me/identities/{id}', { params: { path: { id } } }))
    await client.invalidateQueries({ queryKey: ['identities'] })
    message.success(t('unlinked'))
  }
  const columns: Column<Identity>[] = [
    { key: 'name', title: t('identityName'), render: (one) => one.name || t('nameless') },
    { key: 'issuer', title: t('issuer'), render: (one) => <code>{one.issuer}</code> },
    { key: 'created_at', title: t('linkedAt'), render: (one) => atMinute(one.created_at), still: true },
    { key: 'used_at', title: t('used'), render: (one) => (one.used_at ? atMinute(one.used_at) : t('never')), still: true },
  ]
  const end = (one: Identity) => (
    <Button size="small" danger onClick={() => setUnlinking(one)}>
      {t('unlink')}
    </Button>
  )
  return (
    <Section title={provider ?? t('identities')} about={t(linked.length > 0 ? 'identitiesOn' : 'identitiesOff')}>
      <div className="stack">
        <ProblemAlert error={found.error ?? failure} />
        {linked.length > 0 && (
          <Rows label={t('identities')} columns={columns} rows={linked} rowKey={(one) => one.id} actions={{ title: t('action'), render: end }} />
        )}
        {provider && (
          <div className="actions">
            <Button type={linked.length > 0 ? 'default' : 'primary'} onClick={link}>
              {t('link', { name: provider })}
            </Button>
          </div>
        )}
      </div>
      {unlinking && (
        <ConfirmDialog
          title={t('unlinkTitle', { name: unlinking.name || unlinking.issuer })}
          submit={t('unlink')}
          danger
          onSubmit={() => unlink(unlinking.id)}
          onClose={() => setUnlinking(null)}
        >
          {t('unlinkAbout')}
        </ConfirmDialog>
      )}
    </Section>
  )
}
