import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { renderSVG } from 'uqr'
import { Link, useLocation, useParams } from 'react-router'
import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { Headline } from '@/shared/points/Headline'
import { History } from '@/shared/points/History'
import { historyQuery, peersQuery, pointsQuery } from '@/shared/points/points'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import { useSchemeOf } from '@/shared/points/scheme'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { Alike } from './Alike'
import { Identity } from './Identity'
import { PeerTables } from './PeerTables'
import { PillarRadar } from './PillarRadar'
import { SaveWorkbook } from './SaveWorkbook'
import { Sources } from './Sources'
import { portraits } from './words'

/** A report on an enterprise that can be printed. */
export function PortraitPage() {
  const t = portraits.use()
  const { id = '' } = useParams()
  const [purpose] = usePurpose()
  const base = useLocation().pathname.startsWith('/my-points') ? '/my-points' : '/points'
  const found = useQuery(pointsQuery(id, purpose))
  const back = (
    <Link className="action-link" to={`${base}/${id}`}>
      {t('back')}
    </Link>
  )
  if (found.data) return <Portrait key={id} of={found.data} purpose={purpose} base={base} back={back} />
  return (
    <Page title={t('title')} actions={back}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
    </Page>
  )
}

interface Props {
  of: PointsExplained
  purpose: string
  base: string
  back: React.ReactNode
}

function Portrait({ of, purpose, base, back }: Props) {
  const t = portraits.use()
  const me = useMe()
  const scheme = useSchemeOf(of.scheme.code)
  const years = useQuery(historyQuery(of.participant_id, purpose))
  const peers = useQuery(peersQuery(of.participant_id, purpose))
  const actions = (
    <>
      {back}
      <SaveWorkbook id={of.participant_id} purpose={purpose} />
      <Button type="primary" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </>
  )
  return (
    <div className="portrait">
      <Page title={t('titleOf', { name: of.name })} about={t('about', { year: of.year, scheme: named(of.scheme.name), version: of.version })} actions={actions}>
        <Identity of={of} />
        <Section title={t('score')}>
          <Headline points={of} />
        </Section>
        {peers.isPending && <Loading />}
        <PurposeOrProblem error={peers.error} onRetry={() => void peers.refetch()} />
        {peers.data?.stage && <PillarRadar peers={peers.data} />}
        <Section title={t('trend')}>
          {years.isPending && <Loading />}
          <PurposeOrProblem error={years.error} onRetry={() => void years.refetch()} />
          {years.data && <History years={years.data} scheme={scheme} base={base} />}
        </Section>
        {peers.data?.enough && <PeerTables peers={peers.data} of={of} />}
        <Sources of={of} purpose={purpose} />
        {may(me, 'points:list') && <Alike of={of} />}
        <Verification code={of.receipt_code} />
      </Page>
    </div>
  )
}

function Verification({ code }: { code: string }) {
  const t = portraits.use()
  // Whoever scans it comes to the page that verifies it.
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(`${window.location.origin}/public/verify?code=${code}`, { border: 1 }))}`
  return (
    <Section title={t('receipt')} about={t('receiptAbout')}>
      <div className="portrait-code">
        <img src={picture} alt={t('qr')} width={112} height={112} />
        <p>
          {t('code')}
          <br />
          <a href={`/public/verify?code=${code}`}>
            <code>{code}</code>
          </a>
          <small>{t('note')}</small>
        </p>
      </div>
    </Section>
  )
}

export { PortraitPage as Component }
