import type { ReactNode } from 'react'
import { named } from '@/shared/dictionary/items'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { common } from '@/shared/words/common'
import { RuleCurve } from './RuleCurve'
import type { Shown, ShownIndicator } from './types'
import { schemes } from './words'

/** A scheme as people read it: facts, stages, the tree with full points, every rule, vetoes, grades, items. */
export function ShownScheme({ of }: { of: Shown }) {
  const t = schemes.use()
  return (
    <>
      {of.status === 'illustrative' && <p className="note">{t('status.illustrative')}</p>}
      <Section title={t('facts')}>
        <Facts facts={facts(of, t)} />
      </Section>
      <Stages of={of} />
      <Section title={t('tree')}>
        <Tree of={of} />
      </Section>
      <Section title={t('rules')}>
        {of.indicators.map((one) => (
          <Indicator key={one.code} of={of} one={one} />
        ))}
      </Section>
      <Ends of={of} />
    </>
  )
}

function facts(of: Shown, t: ReturnType<typeof schemes.use>): [string, ReactNode][] {
  return [
    [t('code'), `${of.code} · ${of.version}`],
    [t('status'), of.status === 'official' ? t('status.official') : t('status.illustrative')],
    [t('inForceOn'), of.in_force_on],
    [t('fullPoints'), of.full_points],
    ...(of.bonus_cap ? ([[t('bonusCap'), of.bonus_cap]] as [string, ReactNode][]) : []),
    ...(of.minimum_coverage ? ([[t('coverage'), t('coverageNote', { share: of.minimum_coverage })]] as [string, ReactNode][]) : []),
    [t('missing'), named(of.missing)],
    [
      t('basis'),
      <ul key="basis" className="plain-list">
        {of.basis.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>,
    ],
  ]
}

function Stages({ of }: { of: Shown }) {
  const t = schemes.use()
  const columns: Column<Shown['stages'][number]>[] = [
    { key: 'name', title: t('stage'), render: ({ name }) => named(name) },
    { key: 'code', title: t('code'), render: ({ code }) => code },
    { key: 'when', title: t('when'), render: ({ when }) => named(when) },
    { key: 'sum', title: t('sum'), render: ({ sum }) => sum, number: true },
  ]
  return (
    <Section title={t('stages')}>
      <Rows label={t('stages')} columns={columns} rows={of.stages} rowKey={({ code }) => code} />
    </Section>
  )
}

/** How deep a pillar lies. */
function depthOf(of: Shown, code: string): number {
  const parent = of.pillars.find((one) => one.code === code)?.parent
  return parent ? 1 + depthOf(of, parent) : 0
}

function Tree({ of }: { of: Shown }) {
  const t = schemes.use()
  return (
    // A table that is wider than the window is moved by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('tree')}>
      <table className="table scheme-tree">
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {of.stages.map(({ code, name }) => (
              <th key={code} scope="col" className="number">
                {named(name)}
              </th>
            ))}
          </tr>
        </thead>
        {of.pillars.map((pillar) => (
          <tbody key={pillar.code}>
            <tr className="scheme-pillar">
              <th scope="rowgroup" style={{ paddingInlineStart: `${0.8 + depthOf(of, pillar.code)}em` }}>
                {named(pillar.name)}
                {pillar.class !== 'base' && ` (${t(`class.${pillar.class}` as 'class.bonus')})`}
              </th>
              {pillar.full.map((full, at) => (
                <td key={of.stages[at]?.code} className="number">
                  {full}
                </td>
              ))}
            </tr>
            {of.indicators
              .filter((one) => one.pillar === pillar.code)
              .map((one) => (
                <tr key={one.code}>
                  <th scope="row" style={{ paddingInlineStart: `${2 + depthOf(of, pillar.code)}em` }}>
                    {named(one.name)} {one.local && <span className="badge badge-plain">{t('local')}</span>}
                  </th>
                  {one.full.map((full, at) => (
                    <td key={of.stages[at]?.code} className="number">
                      {full === '0' ? t('notUsed') : full}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            {of.stages.map(({ code, sum }) => (
              <td key={code} className="number">
                {sum}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Indicator({ of, one }: { of: Shown; one: ShownIndicator }) {
  const t = schemes.use()
  const c = common.use()
  const stages = (codes: string[]) =>
    codes.length === one.full.filter((full) => full !== '0').length
      ? t('allStages')
      : codes.map((code) => named(of.stages.find((stage) => stage.code === code)?.name ?? { zh: code })).join(c('comma'))
  const notes = [
    one.cap && t('capNote', { share: one.cap }),
    one.floor && t('floorNote', { share: one.floor }),
    one.missing && named(one.missing),
    one.basis && `${t('basis')}: ${one.basis}`,
  ].filter(Boolean)
  return (
    <article className="scheme-rule">
      <h3>
        {named(one.name)} <small>{one.code}</small>
      </h3>
      <p>
        {t('value')}: {named(one.value)}
        {one.unit && ` (${one.unit})`}
      </p>
      {one.rules.map((rule) => (
        <div key={rule.stages.join()} className="scheme-rule-line">
          <p>
            <strong>{stages(rule.stages)}</strong> {named(rule.sentence)}
          </p>
          {rule.scale && <RuleCurve scale={rule.scale} full={one.full[of.stages.findIndex(({ code }) => code === rule.stages[0])] ?? ''} />}
        </div>
      ))}
      {notes.length > 0 && <p className="quiet">{notes.join(' · ')}</p>}
    </article>
  )
}

function Ends({ of }: { of: Shown }) {
  const t = schemes.use()
  return (
    <>
      {of.vetoes.length > 0 && (
        <Section title={t('vetoes')}>
          <Rows
            label={t('vetoes')}
            rows={of.vetoes}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: t('name'), render: ({ name }) => named(name) },
              { key: 'when', title: t('when'), render: ({ when }) => named(when) },
              { key: 'basis', title: t('basis'), render: ({ basis }) => basis ?? '—' },
            ]}
          />
        </Section>
      )}
      {of.grades.length > 0 && (
        <Section title={t('grades')}>
          <Rows
            label={t('grades')}
            rows={of.grades}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: t('name'), render: ({ name }) => named(name) },
              { key: 'least', title: t('atLeast'), render: ({ at_least }) => at_least, number: true },
            ]}
          />
        </Section>
      )}
      <Section title={t('items')} about={t('itemsAbout')}>
        <Rows
          label={t('items')}
          rows={of.items}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', title: t('name'), render: ({ name }) => named(name) },
            { key: 'code', title: t('code'), render: ({ code }) => code },
            { key: 'needed', title: t('needed'), render: ({ needed }) => t(needed ? 'needed' : 'optional') },
          ]}
        />
      </Section>
    </>
  )
}
