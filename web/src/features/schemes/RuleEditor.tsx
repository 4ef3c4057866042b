import { Button } from 'antd'
import { isMap, isScalar } from 'yaml'
import { Tick } from '@/shared/controls/Tick'
import { add, isHistory, set, typedAt, type Path } from '@/shared/drafts/document'
import { kindAt, KINDS, listAt, places, remove, setKind, setList, type Kind } from './document'
import type { Editing } from './FormView'
import { forming } from './formWords'
import { PickInput, TextInput } from '@/shared/drafts/TextInput'

interface Props {
  editing: Editing
  /** Where the rule stands. */
  path: Path
}

/** A rule by its kind. What the form does not know is left to the text. */
export function RuleEditor({ editing, path }: Props) {
  const t = forming.use()
  const { doc, edit } = editing
  const kind = kindAt(doc, path)
  if (!kind) return <p className="note">{t('textOnly')}</p>
  return (
    <>
      <PickInput label={t('kind')} value={kind} onChange={(value) => edit((to) => setKind(to, path, value as Kind))} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      {isHistory(doc, [...path, kind]) ? <p className="note">{t('history')}</p> : <Fields editing={editing} path={[...path, kind]} kind={kind} />}
    </>
  )
}

function Fields({ editing, path, kind }: Props & { kind: Kind }) {
  const t = forming.use()
  const { doc, edit } = editing
  const text = (label: string, key: string, help?: string) => (
    <TextInput key={key} label={label} value={typedAt(doc, [...path, key])} {...(help && { help })} onChange={(typed) => edit((to) => set(to, [...path, key], typed))} />
  )
  switch (kind) {
    case 'bands':
      return <Bands editing={editing} path={path} />
    case 'linear':
      return <div className="rule-fields">{[text(t('low'), 'low'), text(t('high'), 'high'), text(t('base'), 'base', t('shareHelp'))]}</div>
    case 'log':
      return <div className="rule-fields">{[text(t('scale'), 'scale'), text(t('capValue'), 'cap')]}</div>
    case 'per_unit':
      return (
        <div className="rule-fields">
          {[text(t('per'), 'per'), text(t('award'), 'award', t('awardHelp'))]}
          <Tick checked={typedAt(doc, [...path, 'whole']) !== 'false'} onChange={(whole) => edit((to) => set(to, [...path, 'whole'], String(whole)))}>
            {t('whole')}
          </Tick>
        </div>
      )
    case 'percentile':
    case 'min_max':
    case 'z_score':
      return <Peers editing={editing} path={path} kind={kind} />
    case 'category':
      return <Cases editing={editing} path={path} />
    case 'formula':
      return <TextInput wide label={t('formula')} value={typedAt(doc, path)} onChange={(typed) => edit((to) => set(to, path, typed || '0'))} />
  }
}

/** The edge of a band that is written: inside or outside. */
function edgeOf(doc: Editing['doc'], path: Path, [inside, outside]: [string, string]): string {
  return doc.hasIn([...path, outside]) ? outside : inside
}

function Bands({ editing: { doc, edit }, path }: Props) {
  const t = forming.use()
  const edges = (at: Path, number: number) => {
    const edge = (keys: [string, string], label: 'lower' | 'upper', kindLabel: 'lowerKind' | 'upperKind') => {
      const key = edgeOf(doc, at, keys)
      const swap = (to: string) =>
        edit((document) => {
          const typed = typedAt(document, [...at, key])
          document.deleteIn([...at, key])
          set(document, [...at, to], typed)
        })
      return (
        <>
          <TextInput label={t(label)} value={typedAt(doc, [...at, key])} onChange={(typed) => edit((to) => set(to, [...at, key], typed))} />
          <PickInput label={t(kindLabel)} value={key} onChange={swap} options={keys.map((value) => ({ value, label: t(`bound.${value}` as 'bound.from') }))} />
        </>
      )
    }
    return (
      <fieldset key={at.join('.')} className="rule-fields rule-row">
        <legend>{t('band', { at: number })}</legend>
        {edge(['from', 'above'], 'lower', 'lowerKind')}
        {edge(['up_to', 'below'], 'upper', 'upperKind')}
        <TextInput label={t('award')} help={t('awardHelp')} value={typedAt(doc, [...at, 'award'])} onChange={(typed) => edit((to) => set(to, [...at, 'award'], typed))} />
        <Button aria-label={t('removeOf', { name: t('band', { at: number }) })} onClick={() => edit((to) => remove(to, at))}>
          {t('remove')}
        </Button>
      </fieldset>
    )
  }
  return (
    <>
      {places(doc, path).map((at, index) => edges(at, index + 1))}
      <Button onClick={() => edit((to) => add(to, path, { award: '100%' }))}>{t('addBand')}</Button>
    </>
  )
}

const PEERS = ['all', 'stage', 'field', 'stage field'] as const

function Peers({ editing: { doc, edit }, path, kind }: Props & { kind: 'percentile' | 'min_max' | 'z_score' }) {
  const t = forming.use()
  const peers = [...listAt(doc, [...path, 'peers'])].sort((one, other) => other.localeCompare(one)).join(' ') || 'all'
  const fallback = doc.getIn([...path, 'fallback'], true)
  const written = isScalar(fallback) ? String(fallback.value) : isMap(fallback) ? 'rule' : ''
  return (
    <div className="rule-fields">
      <PickInput label={t('peers')} value={PEERS.find((one) => one === peers) ?? 'all'} onChange={(value) => edit((to) => setList(to, [...path, 'peers'], value === 'all' ? [] : value.split(' ')))} options={PEERS.map((value) => ({ value, label: t(`peers.${value}`) }))} />
      <TextInput label={t('minimumPeers')} value={typedAt(doc, [...path, 'minimum_peers'])} onChange={(typed) => edit((to) => set(to, [...path, 'minimum_peers'], typed))} />
      <PickInput
        label={t('fallback')}
        value={written || 'wider_group'}
        disabled={written === 'rule'}
        onChange={(value) => edit((to) => set(to, [...path, 'fallback'], value))}
        options={(['wider_group', 'no_points', ...(written === 'rule' ? (['rule'] as const) : [])] as const).map((value) => ({ value, label: t(`fallback.${value}`) }))}
      />
      {kind === 'percentile' && (
        <PickInput
          label={t('convention')}
          value={typedAt(doc, [...path, 'convention']) || 'mean_rank'}
          onChange={(value) => edit((to) => set(to, [...path, 'convention'], value))}
          options={(['mean_rank', 'competition'] as const).map((value) => ({ value, label: t(`convention.${value}`) }))}
        />
      )}
      {kind === 'min_max' && (
        <TextInput label={t('winsorise')} help={t('winsoriseHelp')} value={listAt(doc, [...path, 'winsorise']).join(', ')} onChange={(typed) => edit((to) => setList(to, [...path, 'winsorise'], parted(typed)))} />
      )}
      {kind === 'z_score' && <TextInput label={t('width')} value={typedAt(doc, [...path, 'width'])} onChange={(typed) => edit((to) => set(to, [...path, 'width'], typed))} />}
    </div>
  )
}

/** What is typed with commas between; one at the end stays, so that people can go on typing. */
function parted(typed: string): string[] {
  return typed.trim() === '' ? [] : typed.split(/[,，、]\s*/)
}

function Cases({ editing: { doc, edit }, path }: Props) {
  const t = forming.use()
  const cases: Path = [...path, 'cases']
  return (
    <>
      {places(doc, cases).map((at) => (
        <div key={at.join('.')} className="rule-fields rule-row">
          <TextInput wide label={t('values')} help={t('valuesHelp')} value={listAt(doc, [...at, 'values']).join(', ')} onChange={(typed) => edit((to) => setList(to, [...at, 'values'], parted(typed)))} />
          <TextInput label={t('award')} help={t('awardHelp')} value={typedAt(doc, [...at, 'award'])} onChange={(typed) => edit((to) => set(to, [...at, 'award'], typed))} />
          <Button aria-label={t('removeOf', { name: listAt(doc, [...at, 'values']).join(', ') })} onClick={() => edit((to) => remove(to, at))}>
            {t('remove')}
          </Button>
        </div>
      ))}
      <div className="rule-fields">
        <Button onClick={() => edit((to) => add(to, cases, { values: [true], award: '0%' }))}>{t('addCase')}</Button>
        <TextInput label={t('otherwise')} help={t('awardHelp')} value={typedAt(doc, [...path, 'otherwise'])} onChange={(typed) => edit((to) => set(to, [...path, 'otherwise'], typed))} />
      </div>
    </>
  )
}
