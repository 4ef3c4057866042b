import { Alert } from 'antd'
import { Bars } from '@/shared/charts/Bars'
import { Figure } from '@/shared/charts/Figure'
import { Gathered } from '@/shared/charts/Gathered'
import { named } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Section } from '@/shared/ui/Page'
import { counted } from '@/shared/words/time'
import { shareOf } from '@/shared/words/values'
import { useEndsColumns } from './endsColumns'
import { IndicatorsTested } from './IndicatorsTested'
import { rateOf, shared, side, type Outcome, type Validity } from './validity'
import { validity } from './validity-words'
import { analysis } from './words'

interface Props {
  of: Validity
  outcome: Outcome
}

/** What was found, with its doubts. */
export function ValidityReport({ of, outcome, about }: Props & { about: string }) {
  const t = validity.use()
  const [goods, bads] = [t(`good.${outcome}`), t(`bad.${outcome}`)]
  const both = of.good > 0 && of.bad > 0
  return (
    <>
      <div className="card stack">
        <p className="about">{about}</p>
        {!both && <Alert type="info" showIcon title={t('oneSided')} />}
        {both && of.small && <Alert type="warning" showIcon title={t('small', { good: counted(of.good), goods, bad: counted(of.bad), bads, least: of.least })} />}
        <Told of={of} outcome={outcome} />
        {both && <Said of={of} outcome={outcome} />}
      </div>
      {both && <ByBand of={of} outcome={outcome} />}
      {both && <Apart of={of} outcome={outcome} />}
      <ByGrade of={of} outcome={outcome} />
      {both && <IndicatorsTested of={of} outcome={outcome} />}
      <Methods />
    </>
  )
}

function Told({ of, outcome }: Props) {
  const t = validity.use()
  const { total } = of
  const rate = rateOf({ good_share: of.good_share, low: null, high: null }, outcome)
  const interval = total.auc_low && total.auc_high ? `${shorter(total.auc_low)}–${shorter(total.auc_high)}` : ''
  const strength = total.strength ? (of.small ? t('few') : t(`strength.${total.strength}`)) : ''
  const all: [string, string, string][] = [
    [t('observed'), counted(of.observed), `${t('ofAll', { count: counted(of.enterprises) })} · ${shareOf(of.observed, of.enterprises)}`],
    [t(`rate.${outcome}`), shared(rate.value), ''],
    [t('auc'), shorter(total.auc), interval],
    [t('ks'), shorter(total.ks), ''],
    [t('iv'), shorter(total.iv), strength],
    [t('psi'), shorter(total.psi), total.drift ? t(`drift.${total.drift}`) : ''],
  ]
  return (
    <ul className="tallies">
      {all.map(([label, value, note]) => (
        <li key={label}>
          <span>{label}</span>
          <strong>{value}</strong>
          {note && <small>{note}</small>}
        </li>
      ))}
    </ul>
  )
}

/** A statistic with three decimals: enough at a glance, the tables have all. */
function shorter(statistic: string | null | undefined): string {
  return statistic ? Number(statistic).toFixed(3) : '—'
}

function Said({ of: { total }, outcome }: Props) {
  const t = validity.use()
  const percent = (text: string | null | undefined) => shared(text ? Number(text) : null)
  const interval = total.auc_low && total.auc_high ? t('saysInterval', { low: percent(total.auc_low), high: percent(total.auc_high) }) : ''
  const lies = side(total)
  const verdict = interval ? t(lies > 0 ? 'saysRight' : lies < 0 ? 'saysWrong' : 'saysChance') : ''
  return <p>{`${t('says', { goods: t(`good.${outcome}`), bads: t(`bad.${outcome}`), auc: percent(total.auc), interval })}${verdict}`}</p>
}

function ByBand({ of: { total }, outcome }: Props) {
  const t = validity.use()
  const rate = t(`rate.${outcome}`)
  const lines = total.bands.map((band) => ({ ...band, name: band.from ? analysis.say('between', { from: band.from, to: band.to ?? '' }) : t('missingTotal') }))
  const columns: Column<(typeof lines)[number]>[] = [{ key: 'band', title: t('band'), render: ({ name }) => name, still: true }, ...useEndsColumns<(typeof lines)[number]>(outcome)]
  const told = lines.filter(({ from }) => from).map((line) => rateOf(line, outcome).value ?? 0)
  const says = told.length > 0 ? t('bandsSays', { count: told.length, rate, least: shared(Math.min(...told)), most: shared(Math.max(...told)) }) : t('bandsNone')
  const bars = lines.map((line) => {
    const of = rateOf(line, outcome)
    return { ...of, label: line.from ? `${Number(line.from).toFixed(0)}–${Number(line.to).toFixed(0)}` : t('missingTotal'), text: shared(of.value) }
  })
  const title = t('bands', { rate })
  return (
    <Section title={title} about={says}>
      <Figure title={title} says={says} saved={title} table={<Rows label={title} columns={columns} rows={lines} rowKey={({ name }) => name} />}>
        <Bars bars={bars} />
      </Figure>
      {lines.some(({ adjusted }) => adjusted) && <p className="about">{t('adjustedAbout')}</p>}
    </Section>
  )
}

function Apart({ of, outcome }: Props) {
  const t = validity.use()
  const [goods, bads] = [t(`good.${outcome}`), t(`bad.${outcome}`)]
  const { gathered, total } = of
  const columns: Column<(typeof gathered)[number]>[] = [
    { key: 'points', title: t('upTo'), render: ({ points }) => points, number: true },
    { key: 'good', title: t('gatheredOf', { kind: goods }), render: ({ good }) => shared(Number(good)), number: true },
    { key: 'bad', title: t('gatheredOf', { kind: bads }), render: ({ bad }) => shared(Number(bad)), number: true },
  ]
  const widest = gathered.find(({ points }) => points === total.ks_at)
  const says = total.ks && widest ? t('gatheredSays', { at: widest.points, good: shared(Number(widest.good)), bad: shared(Number(widest.bad)), goods, bads, ks: total.ks }) : t('gatheredNone')
  const legend = (
    <>
      <span>
        <svg width="28" height="8" aria-hidden="true">
          <line className="chart-own" x1="0" x2="28" y1="4" y2="4" />
        </svg>
        {goods}
      </span>
      <span>
        <svg width="28" height="8" aria-hidden="true">
          <line className="chart-median" x1="0" x2="28" y1="4" y2="4" />
        </svg>
        {bads}
      </span>
    </>
  )
  return (
    <Section title={t('gathered')} about={says}>
      <Figure title={t('gathered')} says={says} saved={t('gathered')} legend={legend} table={<Rows label={t('gathered')} columns={columns} rows={gathered} rowKey={({ points }) => points} />}>
        <Gathered points={gathered.map(({ points, good, bad }) => ({ at: Number(points), one: Number(good), other: Number(bad) }))} widest={widest ? Number(widest.points) : undefined} />
      </Figure>
    </Section>
  )
}

function ByGrade({ of, outcome }: Props) {
  const t = validity.use()
  const lines = of.grades.map((line) => ({ ...line, name: line.grade ? named(line.grade) : t('noGrade') }))
  const columns: Column<(typeof lines)[number]>[] = [{ key: 'grade', title: analysis.say('grade'), render: ({ name }) => name, still: true }, ...useEndsColumns<(typeof lines)[number]>(outcome)]
  const title = t('grades', { rate: t(`rate.${outcome}`) })
  return (
    <Section title={title}>
      <SaveTable title={title}>
        <Rows label={title} columns={columns} rows={lines} rowKey={({ name }) => name} />
      </SaveTable>
    </Section>
  )
}

const METHODS = ['bands', 'woe', 'auc', 'ks', 'share', 'psi', 'cause'] as const

function Methods() {
  const t = validity.use()
  return (
    <Section title={t('methods')}>
      <ul className="plain-list">
        {METHODS.map((method) => (
          <li key={method}>{t(`method.${method}`)}</li>
        ))}
      </ul>
    </Section>
  )
}
