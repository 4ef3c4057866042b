import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, freshKey, good } from '@/shared/api/client'
import { FollowedJob } from '@/shared/jobs/FollowedJob'
import { may, unless, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { CopyText } from '@/shared/ui/CopyText'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { audit } from './words'

/** The end of the chain, and a check of all of it. */
export function HeadPage() {
  const t = audit.use()
  const c = common.use()
  const me = useMe()
  const [job, setJob] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const found = useQuery({ queryKey: ['audit', 'head'], queryFn: ({ signal }) => good(api.GET('/api/v1/audit/head', { signal })) })
  const verify = async () => {
    setError(null)
    try {
      const asked = await good(api.POST('/api/v1/audit/verifications', { params: { header: { 'Idempotency-Key': freshKey() } } }))
      setJob(asked.id)
    } catch (failure) {
      setError(failure)
    }
  }
  const head = found.data
  return (
    <Page title={t('headTitle')} about={t('headAbout')} narrow>
      <Section title={t('headHash')} about={t('headKeep')} actions={<Button onClick={() => void found.refetch()}>{c('refresh')}</Button>}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
        {head && (
          <div className="stack">
            <Facts facts={[[t('count'), counted(head.count)], [t('anchored'), counted(head.anchored)]]} />
            {head.anchored !== head.count && <p className="about">{t('anchorLate')}</p>}
            <CopyText text={`${head.count} ${head.hash}`} label={t('headHash')} />
          </div>
        )}
      </Section>
      <Section title={t('verify')} about={t('verifyAbout')}>
        <div className="stack">
          <ProblemAlert error={error} />
          {job && <FollowedJob id={job} />}
          <ActionButton type="primary" can={unless(may(me, 'audit:verify') ? null : c('notAllowed'))} onClick={() => void verify()}>
            {t('verify')}
          </ActionButton>
        </div>
      </Section>
    </Page>
  )
}

export { HeadPage as Component }
