import { useMemo, type ReactNode } from 'react'
import type { Document } from 'yaml'
import { edited, nameIn, read, set, setNameIn, typedAt, type Path } from '@/shared/drafts/document'
import { PickInput, TextInput } from '@/shared/drafts/TextInput'
import type { Writing } from '@/shared/drafts/writing'
import type { Judged, Whole } from './asked'
import { addCondition, addPart, compareBy, comparisonOf, COMPARISONS, entries, isAmount, put, remove, type Entry } from './form'
import { forming } from './formWords'

interface Editing {
  doc: Document
  edit: (change: (doc: Document) => void) => void
}

/** The policy or product as a form. It edits the text, so that both say the same and comments stay. */
export function FormView({ kind, writing }: { kind: Whole['kind']; writing: Writing<Judged> }) {
  const t = forming.use()
  const doc = useMemo(() => read(writing.text), [writing.text])
  if (doc.errors.length > 0) return <p className="note">{t('broken')}</p>
  const editing: Editing = { doc, edit: (change) => writing.write(edited(writing.text, change)) }
  const product = kind === 'product'
  const money = product ? ['limit', 'caps'] : ['award', 'parts']
  return (
    <fieldset className="scheme-form" disabled={writing.readOnly}>
      <p className="about">{t('formAbout')}</p>
      <Head editing={editing} product={product} />
      <Conditions editing={editing} readOnly={writing.readOnly} />
      {doc.hasIn(money) && <Money editing={editing} list={money} title={t(product ? 'caps' : 'parts')} readOnly={writing.readOnly} />}
      {product ? <Lending editing={editing} readOnly={writing.readOnly} /> : <Budget editing={editing} />}
    </fieldset>
  )
}

function Text({ editing: { doc, edit }, label, path, help }: { editing: Editing; label: string; path: Path; help?: string }) {
  return <TextInput label={label} value={typedAt(doc, path)} {...(help && { help })} onChange={(typed) => edit((to) => set(to, path, typed))} />
}

/** The same where the form must not lose its place when it is cleared. */
function Kept({ editing: { doc, edit }, label, path }: { editing: Editing; label: string; path: Path }) {
  return <TextInput label={label} value={typedAt(doc, path)} onChange={(typed) => edit((to) => put(to, path, typed))} />
}

function Named({ editing: { doc, edit }, label, path }: { editing: Editing; label: string; path: Path }) {
  return <TextInput label={label} value={nameIn(doc, path, 'zh')} onChange={(typed) => edit((to) => setNameIn(to, path, 'zh', typed))} />
}

function Pick<W extends string>({ editing: { doc, edit }, label, path, options, name }: { editing: Editing; label: string; path: Path; options: readonly W[]; name: (word: W) => string }) {
  return <PickInput label={label} value={typedAt(doc, path)} onChange={(value) => edit((to) => set(to, path, value))} options={options.map((value) => ({ value, label: name(value) }))} />
}

function Head({ editing, product }: { editing: Editing; product: boolean }) {
  const t = forming.use()
  const { doc, edit } = editing
  const text = (label: string, path: Path, help?: string) => <Text editing={editing} label={label} path={path} {...(help && { help })} />
  return (
    <section>
      <h3 className="board-heading">{t('head')}</h3>
      <div className="rule-fields">
        <TextInput wide label={t('nameZh')} value={nameIn(doc, ['name'], 'zh')} onChange={(typed) => edit((to) => setNameIn(to, ['name'], 'zh', typed))} />
        <TextInput wide label={t('nameEn')} value={nameIn(doc, ['name'], 'en')} onChange={(typed) => edit((to) => setNameIn(to, ['name'], 'en', typed))} />
        {text(t('code'), ['code'], t('codeHelp'))}
        {text(t('version'), ['version'])}
        {text(t('replaces'), ['replaces'], t('replacesHelp'))}
        <Pick editing={editing} label={t('status')} path={['status']} options={['illustrative', 'official']} name={(word) => t(`status.${word}`)} />
        {text(t('from'), ['in_force', 'from'])}
        {text(t('until'), ['in_force', 'until'], t('untilHelp'))}
        {product ? (
          <>
            <Named editing={editing} label={t('bank')} path={['bank']} />
            <Named editing={editing} label={t('purpose')} path={['purpose']} />
            <Pick editing={editing} label={t('security')} path={['security']} options={['credit', 'public_guarantee', 'guarantee', 'pledge', 'mortgage']} name={(word) => t(`security.${word}`)} />
            {text(t('least'), ['term', 'least_months'])}
            {text(t('most'), ['term', 'most_months'])}
          </>
        ) : (
          <>
            <Named editing={editing} label={t('issuer')} path={['issuer']} />
            <Pick editing={editing} label={t('kind')} path={['kind']} options={['relief', 'grant', 'right', 'title']} name={(word) => t(`kind.${word}`)} />
            <Pick editing={editing} label={t('way')} path={['way']} options={['without_application', 'on_request', 'fast_track', 'review']} name={(word) => t(`way.${word}`)} />
          </>
        )}
      </div>
    </section>
  )
}

function List({ title, all, readOnly, onAdd, onRemove, line }: { title: string; all: Entry[]; readOnly: boolean; onAdd: () => void; onRemove: (entry: Entry) => void; line: (entry: Entry) => ReactNode }) {
  const t = forming.use()
  return (
    <section>
      <h3 className="board-heading">{title}</h3>
      <ol className="rule-list">
        {all.map((entry) => (
          <li key={entry.at}>
            <div className="rule-fields">{line(entry)}</div>
            {!readOnly && (
              <button type="button" className="link-button" onClick={() => onRemove(entry)}>
                {t('remove', { at: entry.at + 1 })}
              </button>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <button type="button" className="link-button" onClick={onAdd}>
          {t('add')}
        </button>
      )}
    </section>
  )
}

function Conditions({ editing, readOnly }: { editing: Editing; readOnly: boolean }) {
  const t = forming.use()
  const { doc, edit } = editing
  const line = ({ path }: Entry) => {
    const comparison = comparisonOf(doc, path)
    return (
      <>
        <Named editing={editing} label={t('condition')} path={[...path, 'name']} />
        {comparison ? (
          <>
            <Kept editing={editing} label={t('value')} path={[...path, 'value']} />
            <PickInput
              label={t('compare')}
              value={comparison}
              onChange={(value) => edit((to) => compareBy(to, path, value as typeof comparison))}
              options={COMPARISONS.map((value) => ({ value, label: t(`compare.${value}`) }))}
            />
            <Kept editing={editing} label={t('edge')} path={[...path, comparison]} />
          </>
        ) : (
          <p className="quiet">{t('inText')}</p>
        )}
      </>
    )
  }
  return <List title={t('conditions')} all={entries(doc, ['conditions'])} readOnly={readOnly} line={line} onAdd={() => edit(addCondition)} onRemove={(entry) => edit((to) => remove(to, entry))} />
}

function Money({ editing, list, title, readOnly }: { editing: Editing; list: Path; title: string; readOnly: boolean }) {
  const t = forming.use()
  const { doc, edit } = editing
  const line = ({ path }: Entry) => (
    <>
      <Named editing={editing} label={t('part')} path={[...path, 'name']} />
      {isAmount(doc, path) ? <Kept editing={editing} label={t('amount')} path={[...path, 'amount']} /> : <p className="quiet">{t('bands')}</p>}
      <Text editing={editing} label={t('cap')} path={[...path, 'cap']} />
    </>
  )
  return <List title={title} all={entries(doc, list)} readOnly={readOnly} line={line} onAdd={() => edit((to) => addPart(to, list))} onRemove={(entry) => edit((to) => remove(to, entry))} />
}

function Budget({ editing }: { editing: Editing }) {
  const t = forming.use()
  return (
    <section>
      <h3 className="board-heading">{t('money')}</h3>
      <div className="rule-fields">
        {editing.doc.hasIn(['budget']) && (
          <>
            <Text editing={editing} label={t('budget')} path={['budget', 'amount']} help={t('budgetHelp')} />
            <Pick editing={editing} label={t('runsOut')} path={['budget', 'runs_out']} options={['by_points', 'by_time', 'pro_rata']} name={(word) => t(`runsOut.${word}`)} />
          </>
        )}
        <Service editing={editing} />
      </div>
    </section>
  )
}

function Lending({ editing, readOnly }: { editing: Editing; readOnly: boolean }) {
  const t = forming.use()
  const { doc, edit } = editing
  const steps = ['rate', 'steps']
  const line = ({ path }: Entry) => (
    <>
      <Named editing={editing} label={t('part')} path={[...path, 'name']} />
      <Kept editing={editing} label={t('amount')} path={[...path, 'amount']} />
    </>
  )
  return (
    <>
      <section>
        <h3 className="board-heading">{t('limits')}</h3>
        <div className="rule-fields">
          <Text editing={editing} label={t('leastLent')} path={['limit', 'least']} />
          <Text editing={editing} label={t('base')} path={['rate', 'base']} />
          <Pick editing={editing} label={t('reads')} path={['rate', 'reads']} options={['exactly', 'at_most', 'from']} name={(word) => t(`reads.${word}`)} />
          <Service editing={editing} />
        </div>
      </section>
      <List title={t('steps')} all={entries(doc, steps)} readOnly={readOnly} line={line} onAdd={() => edit((to) => addPart(to, steps))} onRemove={(entry) => edit((to) => remove(to, entry))} />
    </>
  )
}

function Service({ editing }: { editing: Editing }) {
  const t = forming.use()
  return (
    <>
      <Text editing={editing} label={t('days')} path={['service', 'working_days']} />
      <Named editing={editing} label={t('contact')} path={['service', 'contact']} />
    </>
  )
}
