import { Button } from 'antd'
import { useId, useState } from 'react'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { named, useDictionary } from '@/shared/dictionary/items'
import { nameAt, nameHere, set, setName, typedAt, type Path } from '@/shared/drafts/document'
import { ownRules, remove } from './document'
import type { Editing } from './FormView'
import { forming } from './formWords'
import { RuleCurve } from './RuleCurve'
import { RuleEditor } from './RuleEditor'
import { PickInput, TextInput } from '@/shared/drafts/TextInput'

/** One indicator: its value, its rules, and a picture of what they do. */
export function IndicatorDrawer({ editing, path, onClose }: { editing: Editing; path: Path; onClose: () => void }) {
  const t = forming.use()
  const { doc, edit, writing } = editing
  const name = nameHere(doc, path)
  const text = (label: string, key: Path, help?: string) => (
    <TextInput label={label} value={typedAt(doc, [...path, ...key])} {...(help && { help })} onChange={(typed) => edit((to) => set(to, [...path, ...key], typed))} />
  )
  const drop = () => {
    onClose()
    edit((to) => remove(to, path))
  }
  return (
    <DetailDrawer
      title={t('indicator', { name })}
      open
      onClose={onClose}
      actions={
        !writing.readOnly && (
          <Button danger aria-label={t('removeOf', { name })} onClick={drop}>
            {t('remove')}
          </Button>
        )
      }
    >
      <fieldset className="scheme-form" disabled={writing.readOnly}>
        <div className="rule-fields">
          <TextInput label={t('nameZh')} value={nameAt(doc, path, 'zh')} onChange={(typed) => edit((to) => setName(to, path, 'zh', typed))} />
          <TextInput label={t('nameEn')} value={nameAt(doc, path, 'en')} onChange={(typed) => edit((to) => setName(to, path, 'en', typed))} />
          {text(t('code'), ['code'])}
          {text(t('unit'), ['unit'], t('unitHelp'))}
        </div>
        <Value editing={editing} path={path} />
        <div className="rule-fields">
          <PickInput
            label={t('direction')}
            value={typedAt(doc, [...path, 'direction']) || 'higher'}
            onChange={(value) => edit((to) => set(to, [...path, 'direction'], value === 'higher' ? '' : value))}
            options={(['higher', 'lower'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
          />
          {text(t('cap'), ['cap'], t('shareHelp'))}
          {text(t('floor'), ['floor'], t('shareHelp'))}
          {text(t('missing'), ['missing', 'share'], t('missingHelp'))}
        </div>
        <Rules editing={editing} path={path} />
      </fieldset>
    </DetailDrawer>
  )
}

function Value({ editing: { doc, edit }, path }: { editing: Editing; path: Path }) {
  const t = forming.use()
  const dictionary = useDictionary()
  const id = useId()
  const value = typedAt(doc, [...path, 'value'])
  const options = dictionary.items.filter(({ kind }) => kind === 'number' || kind === 'truth' || kind === 'text').map((item) => ({ value: item.name.zh, label: dictionary.heading(item.code) }))
  return (
    <div className="rule-fields">
      <TextInput wide label={t('value')} value={value} help={t('valueHelp')} onChange={(typed) => edit((to) => set(to, [...path, 'value'], typed))} />
      <div className="rule-field">
        <label htmlFor={id}>{t('insertItem')}</label>
        <Choice id={id} value={undefined} options={options} onChange={(item) => item && edit((to) => set(to, [...path, 'value'], value ? `${value} ${item}` : item))} />
      </div>
    </div>
  )
}

function Rules({ editing, path }: { editing: Editing; path: Path }) {
  const t = forming.use()
  const { doc, edit, writing } = editing
  const shown = writing.judged.shown
  const own = ownRules(doc, path)
  const stages = shown?.stages ?? []
  const [chosen, setChosen] = useState('')
  const stageName = (code: string) => named(stages.find((one) => one.code === code)?.name ?? { zh: code })
  const rulePath: Path = chosen && own.includes(chosen) ? [...path, 'rule_by_stage', chosen] : [...path, 'rule']
  const code = typedAt(doc, [...path, 'code'])
  const rules = shown?.indicators.find((one) => one.code === code)
  const rule = rules?.rules.find((one) => (chosen ? one.stages.includes(chosen) : one.stages.every((stage) => !own.includes(stage))))
  const at = stages.findIndex((one) => one.code === (chosen || rule?.stages[0]))
  const options = [{ value: '', label: own.length > 0 ? t('ruleAll') : t('ruleEvery') }, ...stages.map((one) => ({ value: one.code, label: own.includes(one.code) ? named(one.name) : `${named(one.name)} =` }))]
  const giveOwn = () =>
    edit((to) => {
      const same = to.getIn([...path, 'rule'], true)
      to.setIn([...path, 'rule_by_stage', chosen], to.createNode(same && typeof same === 'object' && 'toJSON' in same ? (same as { toJSON: () => unknown }).toJSON() : same))
    })
  const drop = () => {
    edit((to) => {
      to.deleteIn([...path, 'rule_by_stage', chosen])
      if (own.length === 1) to.deleteIn([...path, 'rule_by_stage'])
    })
  }
  return (
    <section>
      <h3 className="board-heading">{t('rule')}</h3>
      <div className="rule-fields">
        <PickInput label={t('ruleFor')} value={chosen} onChange={setChosen} options={options} />
        {chosen && !own.includes(chosen) && <Button onClick={giveOwn}>{t('ownRule')}</Button>}
        {chosen && own.includes(chosen) && <Button onClick={drop}>{t('dropRule')}</Button>}
      </div>
      {(!chosen || own.includes(chosen)) && <RuleEditor key={rulePath.join('.')} editing={editing} path={rulePath} />}
      <h4>{t('picture')}</h4>
      {!shown && <p className="about">{t('pictureWait')}</p>}
      {rule && <p>{chosen ? stageName(chosen) : null} {named(rule.sentence)}</p>}
      {rule?.scale && <RuleCurve scale={rule.scale} full={rules?.full[at] ?? ''} />}
      {rule && !rule.scale && <p className="about">{t('pictureNone')}</p>}
    </section>
  )
}
