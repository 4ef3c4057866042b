import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { api, good } from '@/shared/api/client'
import { codeOf } from '@/shared/api/problem'
import type { Consent, DisclosedOffers, DisclosedPoints, EnterpriseContact, EnterpriseLabel, PointsExplained } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Badge } from '@/shared/ui/Badge'
import { Empty } from '@/shared/ui/Empty'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { named } from '@/shared/dictionary/items'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import type { ConsentField } from './names'
import { consents } from './words'

/** What a bank may read, a section for each field; nothing is read before it is asked for. */
export function Disclosed({ consent }: { consent: Consent }) {
  const t = consents.use()
  const purpose = nameOf('consentPurpose', consent.purpose)
  return (
    <>
      <p className="about">{t('disclosedAbout', { purpose })}</p>
      {consent.fields.map((field) => (
        <FieldSection key={field} field={field} consent={consent} />
      ))}
    </>
  )
}

function FieldSection({ field, consent }: { field: ConsentField; consent: Consent }) {
  const t = consents.use()
  const [asked, setAsked] = useState(false)
  const found = useQuery({
    queryKey: ['consents', 'disclosed', consent.id, field],
    queryFn: ({ signal }) => readers[field]({ path: { id: consent.enterprise_id }, query: { purpose: consent.purpose } }, signal),
    enabled: asked,
    retry: false,
    // Each reading is recorded: none happens by itself.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const name = nameOf('consentField', field)
  const gone = codeOf(found.error) === 'not-found'
  const button = (
    <Button aria-label={`${t('disclose')} ${name}`} onClick={() => (asked ? void found.refetch() : setAsked(true))} loading={found.isFetching}>
      {t('disclose')}
    </Button>
  )
  return (
    <Section title={name} actions={button}>
      {gone ? <Empty title={t('gone')} /> : <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
      {asked && found.isPending && <Loading />}
      {!found.error && found.data}
    </Section>
  )
}

interface Params {
  path: { id: string }
  query: { purpose: Consent['purpose'] }
}

/** How each field is read and shown. */
const readers: Record<ConsentField, (params: Params, signal: AbortSignal) => Promise<ReactNode>> = {
  profile: async (params, signal) => <Profile one={await good(api.GET('/api/v1/disclosures/{id}/profile', { params, signal }))} />,
  labels: async (params, signal) => <Labels all={await good(api.GET('/api/v1/disclosures/{id}/labels', { params, signal }))} />,
  points: async (params, signal) => <Points of={await good(api.GET('/api/v1/disclosures/{id}/points', { params, signal }))} />,
  indicators: async (params, signal) => <Indicators of={await good(api.GET('/api/v1/disclosures/{id}/indicators', { params, signal }))} />,
  offers: async (params, signal) => <Offers of={await good(api.GET('/api/v1/disclosures/{id}/offers', { params, signal }))} />,
  contacts: async (params, signal) => <Contacts all={await good(api.GET('/api/v1/disclosures/{id}/contacts', { params, signal }))} />,
}

type ProfileOf = {
  name: string
  credit_code: string
  status: string
  founded_on?: string | null
  entered_on?: string | null
  park?: string | null
  industry_name?: string | null
}

function Profile({ one }: { one: ProfileOf }) {
  const t = consents.use()
  return (
    <Facts
      facts={[
        [t('enterprise'), one.name],
        [t('creditCode'), <code key="code">{one.credit_code}</code>],
        [t('status'), <Badge key="status" group="status" word={one.status} />],
        [t('founded'), one.founded_on],
        [t('entered'), one.entered_on],
        [t('park'), one.park],
        [t('industry'), one.industry_name],
      ]}
    />
  )
}

function Labels({ all }: { all: EnterpriseLabel[] }) {
  const t = consents.use()
  if (all.length === 0) return <p className="about">{t('labelsNone')}</p>
  const columns: Column<EnterpriseLabel>[] = [
    { key: 'label', title: t('label'), render: (one) => one.label },
    { key: 'from', title: t('labelFrom'), render: (one) => one.valid_from, still: true },
    { key: 'to', title: t('labelTo'), render: (one) => one.valid_to, still: true },
    { key: 'state', title: t('state'), render: (one) => t(one.holds ? 'holds' : 'holdsNot'), still: true },
    { key: 'certificate', title: t('certificate'), render: (one) => one.certificate },
  ]
  return <Rows<EnterpriseLabel> label={nameOf('consentField', 'labels')} columns={columns} rows={all} rowKey={(one) => one.id} />
}

function Points({ of: { year, receipt_code: receipt, points } }: { of: DisclosedPoints }) {
  const t = consents.use()
  if (!points) return <p className="about">{t('tookNoPart')}</p>
  const total = points.withheld ? t('withheld', { why: points.withheld }) : points.total
  return (
    <Facts
      facts={[
        [t('year'), year],
        [t('total'), total],
        [t('grade'), points.grade],
        [t('stage'), points.stage],
        [t('rank'), points.rank],
        [t('stageRank'), points.stage_rank],
        [t('coverage'), t('coverageText', { known: points.known, asked: points.asked })],
        [t('receipt'), <code key="receipt">{receipt}</code>],
      ]}
    />
  )
}

type Indicator = PointsExplained['indicators'][number]

function Indicators({ of }: { of: PointsExplained }) {
  const t = consents.use()
  const columns: Column<Indicator>[] = [
    { key: 'indicator', title: t('indicator'), render: (one) => named(one.name) },
    { key: 'value', title: t('value'), render: (one) => one.value, number: true },
    { key: 'points', title: t('points'), render: (one) => one.points, number: true },
    { key: 'full', title: t('full'), render: (one) => one.full, number: true },
  ]
  return (
    <>
      <p className="about">
        {of.year} · {named(of.scheme.name)}
      </p>
      <Rows<Indicator> label={nameOf('consentField', 'indicators')} columns={columns} rows={of.indicators} rowKey={(one) => one.code} />
    </>
  )
}

type Offer = DisclosedOffers['offers'][number]

function Offers({ of }: { of: DisclosedOffers }) {
  const t = consents.use()
  const columns: Column<Offer>[] = [
    { key: 'product', title: t('product'), render: (one) => one.product.name },
    { key: 'standing', title: t('standing'), render: (one) => <Badge group="offer" word={one.standing} />, still: true },
    { key: 'limit', title: t('limit'), render: (one) => (one.limit && one.standing !== 'not-eligible' ? grouped(one.limit) : null), number: true },
    { key: 'rate', title: t('rate'), render: (one) => one.yearly_percent, number: true },
    { key: 'reasons', title: t('reasons'), render: (one) => one.reasons.join('；') },
  ]
  return (
    <>
      <p className="about">{of.note}</p>
      <Rows<Offer> label={nameOf('consentField', 'offers')} columns={columns} rows={of.offers} rowKey={(one) => one.product.code} />
    </>
  )
}

function Contacts({ all }: { all: EnterpriseContact[] }) {
  const t = consents.use()
  if (all.length === 0) return <p className="about">{t('contactsNone')}</p>
  const columns: Column<EnterpriseContact>[] = [
    { key: 'name', title: t('person'), render: (one) => one.name },
    { key: 'duty', title: t('duty'), render: (one) => one.duty },
    { key: 'telephone', title: t('telephone'), render: (one) => one.telephone },
    { key: 'email', title: t('email'), render: (one) => one.email },
  ]
  return <Rows<EnterpriseContact> label={nameOf('consentField', 'contacts')} columns={columns} rows={all} rowKey={(one) => `${one.name} ${one.telephone ?? ''}`} />
}
