import { Link } from 'react-router'
import type { PointsExplained } from '@/shared/api/types'
import { named } from '@/shared/dictionary/items'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { points } from './words'

type Gain = PointsExplained['gains'][number]

/** What would gain most, one change at a time; each can be tried. */
export function Gains({ of, base }: { of: PointsExplained; base: string }) {
  const t = points.use()
  const nameOf = (code: string) => {
    const found = of.indicators.find((one) => one.code === code)
    return found ? named(found.name) : code
  }
  const trial = ({ item, typed }: Gain) => `${base}/${of.participant_id}/what-if?${new URLSearchParams({ [item.code]: typed }).toString()}`
  return (
    <Section title={t('gains')} about={of.gains.length > 0 ? t('gainsAbout') : t('gainsNone')}>
      {of.gains.length > 0 && (
        <Rows<Gain>
          label={t('gains')}
          rows={of.gains}
          rowKey={(one) => one.indicator}
          columns={[
            { key: 'indicator', title: t('indicator'), render: (one) => nameOf(one.indicator) },
            { key: 'change', title: t('change'), render: (one) => t('changeOf', { item: named(one.item.name), from: one.from ?? t('missing'), to: one.to }) },
            { key: 'on_indicator', title: t('gainIndicator'), number: true, render: (one) => t('gain', { points: one.on_indicator }) },
            { key: 'on_total', title: t('gainTotal'), number: true, render: (one) => <strong>{t('gain', { points: one.on_total })}</strong> },
          ]}
          actions={{
            title: t('tryIt'),
            render: (one) => (
              <Link to={trial(one)} aria-label={t('tryGainOf', { item: nameOf(one.indicator) })}>
                {t('tryGain')}
              </Link>
            ),
          }}
        />
      )}
    </Section>
  )
}
