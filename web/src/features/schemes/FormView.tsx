import { useMemo, useState } from 'react'
import type { Document } from 'yaml'
import type { Writing } from './DraftPage'
import { edited, nameAt, read, set, setName, typedAt, type Path } from '@/shared/drafts/document'
import { drafting } from './draftWords'
import { forming } from './formWords'
import { IndicatorDrawer } from './IndicatorDrawer'
import { Lists } from './Lists'
import { PickInput, TextInput } from '@/shared/drafts/TextInput'
import { TreeEditor } from './TreeEditor'
import { schemes } from './words'

/** How the parts of the form change the document. */
export interface Editing {
  doc: Document
  edit: (change: (doc: Document) => void) => void
  writing: Writing
  extending: boolean
}

/** The scheme as a form. It edits the text, so that both say the same and comments stay. */
export function FormView({ writing }: { writing: Writing }) {
  const t = drafting.use()
  const doc = useMemo(() => read(writing.text), [writing.text])
  const [open, setOpen] = useState<Path | null>(null)
  if (doc.errors.length > 0) return <p className="note">{t('broken')}</p>
  const editing: Editing = {
    doc,
    edit: (change) => writing.write(edited(writing.text, change)),
    writing,
    extending: typedAt(doc, ['extends']) !== '',
  }
  return (
    <fieldset className="scheme-form" disabled={writing.readOnly}>
      <Head editing={editing} />
      <Lists editing={editing} />
      <TreeEditor editing={editing} onOpen={setOpen} />
      {open && <IndicatorDrawer editing={editing} path={open} onClose={() => setOpen(null)} />}
    </fieldset>
  )
}

function Head({ editing: { doc, edit, extending } }: { editing: Editing }) {
  const t = forming.use()
  const s = schemes.use()
  const text = (label: string, path: Path, help?: string) => (
    <TextInput label={label} value={typedAt(doc, path)} {...(help && { help })} onChange={(typed) => edit((to) => set(to, path, typed))} />
  )
  return (
    <section>
      <h3 className="board-heading">{t('head')}</h3>
      {extending && <p className="note">{t('extends', { base: typedAt(doc, ['extends']) })}</p>}
      <div className="rule-fields">
        <TextInput wide label={t('nameZh')} value={nameAt(doc, [], 'zh')} onChange={(typed) => edit((to) => setName(to, [], 'zh', typed))} />
        <TextInput wide label={t('nameEn')} value={nameAt(doc, [], 'en')} onChange={(typed) => edit((to) => setName(to, [], 'en', typed))} />
        {text(t('code'), ['code'], t('codeHelp'))}
        {text(t('version'), ['version'])}
        <PickInput
          label={t('status')}
          value={typedAt(doc, ['status']) || 'illustrative'}
          onChange={(value) => edit((to) => set(to, ['status'], value))}
          options={(['illustrative', 'official'] as const).map((value) => ({ value, label: s(`status.${value}`) }))}
        />
        {text(t('from'), ['in_force', 'from'])}
        {text(t('until'), ['in_force', 'until'])}
        {text(t('full'), ['full_points'])}
        {text(t('bonusCap'), ['bonus_cap'])}
        {text(t('coverage'), ['minimum_coverage'], t('coverageHelp'))}
      </div>
    </section>
  )
}
