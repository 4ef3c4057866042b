import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, versioned } from '@/shared/api/client'
import { may, useMe } from '@/shared/me/me'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { words } from '@/shared/words/words'

const own = words('listing', {
  title: '公开名单',
  about: '高新区可以在公众门户公开评价结果。是否让本企业的名称出现在公开名单上，由企业自己决定，随时可以更改，即时生效。',
  allowed: '同意公开：本企业的名称、发展阶段、名次、技术领域和等级可以出现在公开名单上。',
  notAllowed: '未同意公开：本企业的名称不会出现在公开名单上。',
  allow: '同意公开',
  refuse: '不再公开',
  saved: '已记录',
}, {
  title: 'Public lists',
  about: 'The zone may show results on its public portal. Whether the name of your enterprise stands there is for you to say; it can be changed at any time and holds at once.',
  allowed: 'You agree: name, stage, place, field and grade may stand on public lists.',
  notAllowed: 'You have not agreed: your name stands on no public list.',
  allow: 'Agree',
  refuse: 'Do not show it any more',
  saved: 'Written down',
})

/** Whether the name of one's own enterprise may stand on public lists. */
export function Listing({ enterprise }: { enterprise: string }) {
  const t = own.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const path = { id: enterprise }
  const queryKey = ['listing', enterprise]
  const found = useQuery({ queryKey, queryFn: ({ signal }) => versioned(api.GET('/api/v1/enterprises/{id}/listing', { params: { path }, signal })), enabled: may(me, 'listing:allow') })
  if (!may(me, 'listing:allow')) return null
  const allowed = found.data?.data.allowed ?? false
  const say = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const now = await versioned(api.PUT('/api/v1/enterprises/{id}/listing', { params: { path, header: { 'If-Match': found.data?.etag ?? '' } }, body: { allowed: !allowed } }))
      client.setQueryData(queryKey, now)
      message.success(t('saved'))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('title')} about={t('about')}>
      <ProblemAlert error={failure ?? found.error} onRetry={() => void found.refetch()} />
      {found.data && (
        <>
          <p role="status">{t(allowed ? 'allowed' : 'notAllowed')}</p>
          <Button loading={busy} onClick={() => void say()}>
            {t(allowed ? 'refuse' : 'allow')}
          </Button>
        </>
      )}
    </Section>
  )
}
