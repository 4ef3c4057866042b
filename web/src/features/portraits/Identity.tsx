import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { EnterpriseDetail, PointsExplained } from '@/shared/api/types'
import { useDictionary } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common, nameOf } from '@/shared/words/common'
import { portraits } from './words'

/** Who it is, as the register says now. */
export function Identity({ of }: { of: PointsExplained }) {
  const t = portraits.use()
  const me = useMe()
  const found = useQuery({
    queryKey: ['enterprises', 'one', 'plain', of.enterprise_id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}', { params: { path: { id: of.enterprise_id } }, signal })),
    enabled: may(me, 'enterprise:read'),
  })
  return (
    <Section title={t('identity')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isLoading && <Loading />}
      {found.data && <Known detail={found.data} />}
      {!may(me, 'enterprise:read') && <Facts facts={[[t('name'), of.name], [t('credit'), <code key="code">{of.credit_code}</code>]]} />}
    </Section>
  )
}

function Known({ detail: { enterprise, labels } }: { detail: EnterpriseDetail }) {
  const t = portraits.use()
  const c = common.use()
  const dictionary = useDictionary()
  const held = labels.filter(({ holds }) => holds).map(({ label, valid_to }) => (valid_to ? t('labelUntil', { label, day: valid_to }) : label))
  const industry = [enterprise.industry, enterprise.industry_name].filter(Boolean).join(' ')
  return (
    <div className="portrait-facts">
      <Facts
        facts={[
          [t('name'), enterprise.name],
          [t('credit'), <code key="code">{enterprise.credit_code}</code>],
          [t('founded'), enterprise.founded_on],
          [t('entered'), enterprise.entered_on],
        ]}
      />
      <Facts
        facts={[
          [t('park'), enterprise.park],
          [t('industry'), industry],
          [t('field'), enterprise.field && dictionary.value('tech_field', enterprise.field)],
          [t('status'), nameOf('status', enterprise.status)],
        ]}
      />
      <Facts facts={[[t('labels'), held.length > 0 ? held.join(c('comma')) : t('noLabels')]]} />
    </div>
  )
}
