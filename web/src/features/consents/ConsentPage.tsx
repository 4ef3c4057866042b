import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Consent } from '@/shared/api/types'
import { may, unless, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { Disclosed } from './Disclosed'
import { RevokeDialog } from './RevokeDialog'
import { fieldNames } from './names'
import { consents } from './words'

/** One consent with its text; for the bank, what it lets it read. */
export function ConsentPage() {
  const t = consents.use()
  const me = useMe()
  const { id = '' } = useParams()
  const [revoking, setRevoking] = useState(false)
  const found = useQuery({
    queryKey: ['consents', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/consents/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const one = found.data
  const bank = may(me, 'disclosure:read')
  const title = one ? (bank ? one.enterprise_name : one.bank_name) : t('consent')
  const revoke = one && may(me, 'consent:grant') && (
    <ActionButton can={unless(one.state === 'live' ? null : t('notLive'))} onClick={() => setRevoking(true)}>
      {t('revoke')}
    </ActionButton>
  )
  return (
    <Page title={title} {...(revoke && { actions: revoke })}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {one && <Terms consent={one} />}
      {one && bank && <Disclosed consent={one} />}
      {one && revoking && <RevokeDialog consent={one} onClose={() => setRevoking(false)} />}
    </Page>
  )
}

function Terms({ consent }: { consent: Consent }) {
  const t = consents.use()
  const facts: [string, ReactNode][] = [
    [t('enterprise'), consent.enterprise_name],
    [t('creditCode'), <code key="code">{consent.credit_code}</code>],
    [t('bank'), consent.bank_name],
    [t('fields'), fieldNames(consent.fields)],
    [t('purpose'), nameOf('consentPurpose', consent.purpose)],
    [t('state'), <Badge key="state" group="consent" word={consent.state} />],
    [t('validFrom'), consent.valid_from],
    [t('validUntil'), consent.valid_until],
    [t('grantedAt'), atMinute(consent.granted_at)],
    ...(consent.revoked_at ? ([[t('revokedAt'), atMinute(consent.revoked_at)]] as [string, ReactNode][]) : []),
  ]
  return (
    <Section title={t('consent')}>
      <Facts facts={facts} />
      <details>
        <summary>{t('text')}</summary>
        <p>{consent.text}</p>
        <Facts facts={[[t('digest'), <code key="digest">{consent.text_digest}</code>]]} />
      </details>
    </Section>
  )
}

export { ConsentPage as Component }
