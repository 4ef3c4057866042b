import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { EnterpriseDetail } from '@/shared/api/types'
import { useDictionary, type Dictionary } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { atMinute } from '@/shared/words/time'
import { readEnterprise } from './actions'
import { enterpriseCan } from './can'
import { Contacts } from './Contacts'
import { EnterpriseDialogs, type Doing } from './EnterpriseDialogs'
import { History } from './History'
import { Labels } from './Labels'
import { Values } from './values/Values'
import { enterprises } from './words'

/** One enterprise: who it is, what it holds, what was reported about it, and by whom. */
export function EnterprisePage() {
  const t = enterprises.use()
  const me = useMe()
  const { id = '' } = useParams()
  const [doing, setDoing] = useState<Doing | null>(null)
  const found = useQuery({ queryKey: ['enterprises', 'one', id], queryFn: ({ signal }) => readEnterprise(id, signal), staleTime: 0 })
  const detail = found.data?.data
  const one = detail?.enterprise
  return (
    <Page title={one?.name ?? t('details')} about={one && <code>{one.credit_code}</code>} actions={one && <Actions detail={detail} onDo={setDoing} />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && detail && (
        <>
          <Section title={t('identity')}>
            <Identity detail={detail} />
          </Section>
          <Labels enterprise={detail.enterprise} etag={found.data.etag} labels={detail.labels} />
          {may(me, 'enterprise:values') && <Values enterprise={detail.enterprise} />}
          <Contacts enterprise={detail.enterprise} contacts={detail.contacts} />
          <History id={id} />
          {doing && <EnterpriseDialogs enterprise={detail.enterprise} etag={found.data.etag} doing={doing} onClose={() => setDoing(null)} />}
        </>
      )}
    </Page>
  )
}

function Actions({ detail, onDo }: { detail: EnterpriseDetail; onDo: (doing: Doing) => void }) {
  const t = enterprises.use()
  const me = useMe()
  const one = detail.enterprise
  return (
    <>
      <ActionButton type="primary" can={enterpriseCan.change(me, one)} onClick={() => onDo('change')}>
        {t('change')}
      </ActionButton>
      <ActionButton can={enterpriseCan.close(me, one)} onClick={() => onDo('merge')}>
        {t('merge')}
      </ActionButton>
      <ActionButton danger can={enterpriseCan.close(me, one)} onClick={() => onDo('close')}>
        {t('close')}
      </ActionButton>
      <Button onClick={() => window.print()}>{t('print')}</Button>
    </>
  )
}

function Identity({ detail }: { detail: EnterpriseDetail }) {
  const t = enterprises.use()
  const dictionary = useDictionary()
  const { enterprise: one, former_names } = detail
  const former = former_names.map((name) => t('formerName', name)).join(' · ')
  return (
    <Facts
      facts={[
        [t('code'), <code key="code">{one.credit_code}</code>],
        ...(former ? [[t('formerNames'), former] as [string, string]] : []),
        [t('status'), <Badge key="status" group="status" word={one.status} />],
        ...(one.closed_on ? [[t('leftOn'), one.closed_on] as [string, string]] : []),
        ...(one.merged_into ? [[t('mergedInto'), <Link key="into" to={`/enterprises/${one.merged_into}`}>{t('open')}</Link>] as [string, React.ReactNode]] : []),
        [t('founded'), one.founded_on],
        [t('entered'), one.entered_on],
        [t('park'), one.park],
        [t('district'), one.district],
        [t('industry'), one.industry && `${one.industry_section ?? ''}${one.industry} ${one.industry_name ?? ''}`],
        [t('field'), one.field && dictionary.value('tech_field', one.field)],
        [t('size'), sizeOf(detail, dictionary)],
        [t('changed'), atMinute(one.changed_at)],
      ]}
    />
  )
}

function sizeOf({ size }: EnterpriseDetail, dictionary: Dictionary): string {
  if (size.name) return size.period ? enterprises.say('sizeOf', { name: size.name, year: size.period }) : size.name
  return enterprises.say('sizeMissing', { items: size.missing.map((code) => dictionary.name(code)).join(enterprises.say('comma')) })
}

export { EnterprisePage as Component }
