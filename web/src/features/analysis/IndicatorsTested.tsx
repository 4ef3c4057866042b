import { named } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Section } from '@/shared/ui/Page'
import { counted } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { useEndsColumns } from './endsColumns'
import { Asked, useAsked } from './Frame'
import { percent } from './kinds'
import { byInformation, type Outcome, type Validity } from './validity'
import { validity } from './validity-words'
import { analysis } from './words'

type Indicator = Validity['indicators'][number]

/** What each indicator tells, and the bands of one. */
export function IndicatorsTested({ of, outcome }: { of: Validity; outcome: Outcome }) {
  const t = validity.use()
  const [asked] = useAsked()
  const lines = byInformation(of.indicators)
  const chosen = lines.find(({ code }) => code === asked('of')) ?? lines[0]
  const number = (key: string, title: string, value: (one: Indicator) => string | null | undefined): Column<Indicator> => ({ key, title, render: (one) => value(one) ?? '—', number: true, still: true })
  const columns: Column<Indicator>[] = [
    { key: 'name', title: t('indicator'), render: ({ name }) => named(name) },
    number('observed', t('observed'), ({ observed }) => counted(observed)),
    number('measured', t('measured'), ({ observed, predictor }) => shareOf(predictor.measured, observed)),
    number('iv', t('iv'), ({ predictor }) => predictor.iv),
    { key: 'strength', title: analysis.say('apart'), render: ({ predictor: { strength } }) => (strength ? (of.small ? t('few') : t(`strength.${strength}`)) : '—'), still: true },
    number('ks', t('ks'), ({ predictor }) => predictor.ks),
    number('auc', t('auc'), ({ predictor: { auc, auc_low: low, auc_high: high } }) => (auc && low && high ? `${auc} (${low}–${high})` : auc)),
    number('psi', t('psi'), ({ predictor }) => predictor.psi),
    { key: 'drift', title: t('drift'), render: ({ predictor: { drift } }) => (drift ? t(`drift.${drift}`) : '—'), still: true },
  ]
  return (
    <Section title={t('indicators')} about={t('indicatorsAbout')}>
      <SaveTable title={t('indicators')}>
        <Rows label={t('indicators')} columns={columns} rows={lines} rowKey={({ code }) => code} />
      </SaveTable>
      {chosen && (
        <div className="questions">
          <Asked name="of" label={t('shows')} options={lines.map(({ code, name }) => ({ value: code, label: named(name) }))} value={chosen.code} />
        </div>
      )}
      {chosen && <Bands of={chosen} outcome={outcome} />}
    </Section>
  )
}

function Bands({ of, outcome }: { of: Indicator; outcome: Outcome }) {
  const t = validity.use()
  const lines = of.predictor.bands.map((band) => ({ ...band, name: band.from ? analysis.say('between', { from: percent(band.from), to: percent(band.to) }) : t('missing') }))
  const columns: Column<(typeof lines)[number]>[] = [{ key: 'band', title: t('partBand'), render: ({ name }) => name, still: true }, ...useEndsColumns<(typeof lines)[number]>(outcome)]
  const title = t('detail', { name: named(of.name) })
  return (
    <>
      <SaveTable title={title}>
        <Rows label={title} columns={columns} rows={lines} rowKey={({ name }) => name} />
      </SaveTable>
      {lines.some(({ adjusted }) => adjusted) && <p className="about">{t('adjustedAbout')}</p>}
    </>
  )
}
