import { Button } from 'antd'
import { Link } from 'react-router'
import type { components } from '@/shared/api/schema'
import { Badge } from '@/shared/ui/Badge'
import { Example } from '@/shared/ui/Example'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { products } from './words'

export type Mine = components['schemas']['EnterpriseOffers']
export type MyOffer = Mine['offers'][number]

/** One product with what it offers the enterprise: limit, rate, and why. */
export function OfferCard({ offer, onApply }: { offer: MyOffer; onApply?: () => void }) {
  const t = products.use()
  const { product, standing, reasons } = offer
  return (
    <li>
      <strong>
        <Link to={`/products/${product.code}`}>{product.name}</Link>
      </strong>{' '}
      <Example official={product.official} /> <Badge group="offer" word={standing} />{' '}
      <small>
        {product.bank} · {nameOf('security', product.security)}
      </small>
      {offer.bank_id && onApply && (
        <Button size="small" onClick={onApply} aria-label={t('applyTitle', { name: product.name })}>
          {t('apply')}
        </Button>
      )}
      <Limit offer={offer} />
      <Rate offer={offer} />
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Why offer={offer} />
    </li>
  )
}

function Limit({ offer: { limit, no_more_than: most, standing } }: { offer: MyOffer }) {
  const t = products.use()
  if (limit && limit !== '0') {
    const amount = grouped(limit)
    return <div>{standing === 'not-eligible' ? t('whenEligible', { amount }) : t('upTo', { amount })}</div>
  }
  return most ? <div>{t('noMoreThan', { amount: grouped(most) })}</div> : null
}

function Rate({ offer: { product, yearly_percent: percent } }: { offer: MyOffer }) {
  const t = products.use()
  if (!percent) return null
  const reads = product.reads === 'at-most' ? nameOf('rateReads', 'at-most') : ''
  return <div>{product.reads === 'from' ? t('rateFrom', { percent }) : t('rateText', { reads, percent })}</div>
}

/** The caps one by one, what the rate is made of, who bears a loss. */
function Why({ offer }: { offer: MyOffer }) {
  const t = products.use()
  const steps = offer.steps.flatMap(({ name, percent }) => (percent ? [t('step', { name, percent })] : []))
  return (
    <details>
      <summary>{t('why')}</summary>
      <ul>
        {offer.caps.map((cap) => (
          <li key={cap.name}>
            {cap.missing.length > 0
              ? t('capMissing', { name: cap.name, missing: cap.missing.join('、') })
              : cap.amount
                ? t('capAmount', { name: cap.name, amount: grouped(cap.amount) })
                : t('capNot', { name: cap.name })}
            {cap.binding && <strong>{t('capDecides')}</strong>}
          </li>
        ))}
        {offer.base_percent && <li>{[t('steps', { base: offer.base_percent }), ...steps].join('；')}</li>}
        {offer.sharing.length > 0 && (
          <li>
            {t('sharing')}：{offer.sharing.map((share) => t('share', share)).join('、')}
          </li>
        )}
      </ul>
    </details>
  )
}
