import { Button } from 'antd'
import { add, nameAt, set, setName, typedAt, type Path } from '@/shared/drafts/document'
import { places, remove } from './document'
import type { Editing } from './FormView'
import { bothNames } from './fresh'
import { forming } from './formWords'
import { TextInput } from '@/shared/drafts/TextInput'

/** Stages, vetoes and grades: lists of a few values each. */
export function Lists({ editing }: { editing: Editing }) {
  const t = forming.use()
  const { edit, extending } = editing
  return (
    <>
      {!extending && (
        <Listed
          editing={editing}
          path={['stages']}
          title={t('stages')}
          about={t('stagesAbout')}
          value={{ key: 'when', label: t('when') }}
          add={t('addStage')}
          onAdd={() => edit((doc) => add(doc, ['stages'], { code: 'stage', name: bothNames('newStage'), when: forming.zh.newWhen }))}
        />
      )}
      <Listed
        editing={editing}
        path={['vetoes']}
        title={t('vetoes')}
        about={t('vetoesAbout')}
        value={{ key: 'when', label: t('when') }}
        add={t('addVeto')}
        onAdd={() => edit((doc) => add(doc, ['vetoes'], { code: 'veto', name: bothNames('newVeto'), when: forming.zh.newVetoWhen }))}
      />
      <Listed
        editing={editing}
        path={['grades']}
        title={t('grades')}
        about={t('gradesAbout')}
        value={{ key: 'at_least', label: t('atLeast') }}
        add={t('addGrade')}
        onAdd={() => edit((doc) => add(doc, ['grades'], { code: 'new', name: bothNames('newGrade'), at_least: 0 }))}
      />
    </>
  )
}

interface Props {
  editing: Editing
  path: Path
  title: string
  about: string
  value: { key: string; label: string }
  add: string
  onAdd: () => void
}

function Listed({ editing: { doc, edit }, path, title, about, value, add: addLabel, onAdd }: Props) {
  const t = forming.use()
  const all = places(doc, path)
  return (
    <section>
      <h3 className="board-heading">{title}</h3>
      <p className="about">{about}</p>
      {all.map((at) => {
        const name = nameAt(doc, at, 'zh')
        return (
          <div key={at.join('.')} className="rule-fields rule-row">
            <TextInput label={t('nameZh')} value={name} onChange={(typed) => edit((to) => setName(to, at, 'zh', typed))} />
            <TextInput label={t('nameEn')} value={nameAt(doc, at, 'en')} onChange={(typed) => edit((to) => setName(to, at, 'en', typed))} />
            <TextInput label={t('code')} value={typedAt(doc, [...at, 'code'])} onChange={(typed) => edit((to) => set(to, [...at, 'code'], typed))} />
            <TextInput wide label={value.label} value={typedAt(doc, [...at, value.key])} onChange={(typed) => edit((to) => set(to, [...at, value.key], typed))} />
            <Button aria-label={t('removeOf', { name })} onClick={() => edit((to) => remove(to, at))}>
              {t('remove')}
            </Button>
          </div>
        )
      })}
      <Button onClick={onAdd}>{addLabel}</Button>
    </section>
  )
}
