import { Button } from 'antd'
import { unitsOf } from '@/shared/points/numbers'
import { named } from '@/shared/dictionary/items'
import { add, isHistory, nameAt, nameHere, setName, set, typedAt, type Path } from '@/shared/drafts/document'
import { fullAt, pillarsOf, places, setAdjusted, setFull, type IndicatorPlace, type PillarPlace } from './document'
import type { Editing } from './FormView'
import { forming } from './formWords'
import { bothNames, freshIndicator } from './fresh'
import { sumText } from './sums'
import { TextInput } from '@/shared/drafts/TextInput'
import { schemes } from './words'

interface Stage {
  code: string
  name: string
}

/** The stages: the document's own, or those it inherits. */
function stagesOf({ doc, writing, extending }: Editing): Stage[] {
  if (extending) return (writing.judged.shown?.stages ?? []).map(({ code, name }) => ({ code, name: named(name) }))
  return places(doc, ['stages']).map((at) => ({ code: typedAt(doc, [...at, 'code']), name: nameHere(doc, at) }))
}

/** Full points of every indicator in every stage, with sums that are always those of what is typed. */
export function TreeEditor({ editing, onOpen }: { editing: Editing; onOpen: (path: Path) => void }) {
  const t = forming.use()
  const { doc, edit, writing } = editing
  const stages = stagesOf(editing)
  const pillars = pillarsOf(doc)
  const addPillar = () => edit((to) => add(to, ['pillars'], { code: 'pillar', name: bothNames('newPillar'), indicators: [freshIndicator(pillars)] }, false))
  return (
    <section>
      <h3 className="board-heading">{t('tree')}</h3>
      <p className="about">{t('treeAbout')}</p>
      {/* A table that is wider than the window is moved by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('tree')}>
        <table className="table scheme-tree">
          <thead>
            <tr>
              <th scope="col">{t('tree')}</th>
              {stages.map(({ code, name }) => (
                <th key={code} scope="col" className="number">
                  {name}
                </th>
              ))}
              <th scope="col">{t('edit')}</th>
            </tr>
          </thead>
          <Inherited editing={editing} stages={stages} />
          {pillars.map((pillar) => (
            <Pillar key={pillar.path.join('.')} editing={editing} pillar={pillar} stages={stages} pillars={pillars} onOpen={onOpen} />
          ))}
          <tfoot>
            <tr>
              <th scope="row">{t('sum')}</th>
              {stages.map((stage, at) => (
                <Sum key={stage.code} sum={writing.judged.shown && writing.saved ? (writing.judged.shown.stages[at]?.sum ?? '') : sumOf(editing, pillars, stage)} full={fullPoints(editing)} />
              ))}
              <td>—</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <Button onClick={addPillar}>{t('addPillar')}</Button>
    </section>
  )
}

/** Full points of the scheme: its own, or those it inherits. */
function fullPoints({ doc, writing }: Editing): string {
  return typedAt(doc, ['full_points']) || (writing.judged.shown?.full_points ?? '')
}

/** Base points of a stage as typed; inherited ones are those of the last sound text with what is adjusted. */
function sumOf({ doc, writing, extending }: Editing, pillars: PillarPlace[], stage: Stage): string {
  const base = pillars.filter(({ path }) => !['bonus', 'deduction'].includes(typedAt(doc, [...path, 'class'])))
  const own = base.flatMap(({ indicators }) => indicators.map(({ path }) => fullAt(doc, path, stage.code)))
  const shown = writing.judged.shown
  const at = shown?.stages.findIndex(({ code }) => code === stage.code) ?? -1
  const inherited = extending && shown ? shown.indicators.filter((one) => !one.local && shown.pillars.find(({ code }) => code === one.pillar)?.class === 'base') : []
  const adjusted = inherited.map((one) => fullAt(doc, ['adjust', one.code], stage.code) || (one.full[at] ?? '0'))
  return sumText([...own, ...adjusted])
}

function Sum({ sum, full }: { sum: string; full: string }) {
  const t = forming.use()
  const good = sum !== '' && full !== '' && Number.isFinite(Number(full)) && unitsOf(sum) === unitsOf(full)
  return <td className={good ? 'number good-text' : 'number bad-text'}>{good ? t('sumGood', { sum }) : t('sumOff', { sum: sum || '—', full })}</td>
}

interface PillarProps {
  editing: Editing
  pillar: PillarPlace
  pillars: PillarPlace[]
  stages: Stage[]
  onOpen: (path: Path) => void
}

function Pillar({ editing, pillar, pillars, stages, onOpen }: PillarProps) {
  const t = forming.use()
  const s = schemes.use()
  const { doc, edit } = editing
  const name = nameAt(doc, pillar.path, 'zh')
  const kind = typedAt(doc, [...pillar.path, 'class']) || 'base'
  return (
    <tbody>
      <tr className="scheme-pillar">
        <th scope="rowgroup" colSpan={stages.length + 2} style={{ paddingInlineStart: `${0.8 + pillar.depth}em` }}>
          <div className="rule-fields">
            <TextInput label={t('nameZh')} value={name} onChange={(typed) => edit((to) => setName(to, pillar.path, 'zh', typed))} />
            <TextInput label={t('nameEn')} value={nameAt(doc, pillar.path, 'en')} onChange={(typed) => edit((to) => setName(to, pillar.path, 'en', typed))} />
            <div className="rule-field">
              <label htmlFor={`class-${pillar.path.join('-')}`}>{t('class')}</label>
              <select
                id={`class-${pillar.path.join('-')}`}
                className="choice"
                value={kind}
                onChange={(event) => edit((to) => set(to, [...pillar.path, 'class'], event.target.value === 'base' ? '' : event.target.value))}
              >
                {(['base', 'bonus', 'deduction'] as const).map((one) => (
                  <option key={one} value={one}>
                    {s(`class.${one}`)}
                  </option>
                ))}
              </select>
            </div>
            <Button aria-label={t('addIndicatorTo', { pillar: name })} onClick={() => edit((to) => add(to, [...pillar.path, 'indicators'], freshIndicator(pillars), false))}>
              {t('addIndicator')}
            </Button>
          </div>
        </th>
      </tr>
      {pillar.indicators.map((one) => (
        <Indicator key={one.path.join('.')} editing={editing} one={one} depth={pillar.depth} stages={stages} onOpen={onOpen} />
      ))}
    </tbody>
  )
}

function Indicator({ editing, one, depth, stages, onOpen }: { editing: Editing; one: IndicatorPlace; depth: number; stages: Stage[]; onOpen: (path: Path) => void }) {
  const t = forming.use()
  const { doc, edit } = editing
  const name = nameHere(doc, one.path)
  const codes = stages.map(({ code }) => code)
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: `${2 + depth}em` }}>
        {name} <small>{one.code}</small>
      </th>
      {stages.map((stage) => (
        <td key={stage.code} className="number">
          {isHistory(doc, [...one.path, 'full']) || isHistory(doc, [...one.path, 'full', stage.code]) ? (
            <small>{t('history')}</small>
          ) : (
            <TextInput bare numeric label={t('fullOf', { name, stage: stage.name })} value={fullAt(doc, one.path, stage.code)} onChange={(typed) => edit((to) => setFull(to, one.path, stage.code, typed, codes))} />
          )}
        </td>
      ))}
      <td>
        <Button aria-label={t('editOf', { name })} onClick={() => onOpen(one.path)}>
          {t('edit')}
        </Button>
      </td>
    </tr>
  )
}

/** What an extending scheme takes over: only full points can be adjusted. */
function Inherited({ editing, stages }: { editing: Editing; stages: Stage[] }) {
  const t = forming.use()
  const { doc, edit, writing, extending } = editing
  const inherited = extending ? (writing.judged.shown?.indicators.filter(({ local }) => !local) ?? []) : []
  if (inherited.length === 0) return null
  return (
    <tbody>
      {inherited.map((one) => {
        const now = Object.fromEntries(stages.map(({ code }, at) => [code, one.full[at] ?? '0']))
        return (
          <tr key={one.code}>
            <th scope="row">
              {named(one.name)} <span className="badge badge-plain">{t('inherited')}</span>
            </th>
            {stages.map((stage) => (
              <td key={stage.code} className="number">
                <TextInput
                  bare
                  numeric
                  label={t('fullOf', { name: named(one.name), stage: stage.name })}
                  value={fullAt(doc, ['adjust', one.code], stage.code) || (now[stage.code] ?? '')}
                  onChange={(typed) => edit((to) => setAdjusted(to, one.code, now, stage.code, typed))}
                />
              </td>
            ))}
            <td>—</td>
          </tr>
        )
      })}
    </tbody>
  )
}
