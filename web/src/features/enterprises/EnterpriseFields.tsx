import { Input } from 'antd'
import { Choice } from '@/shared/controls/Choice'
import { useDictionary } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { enterprises } from './words'

/** What is known of an enterprise beside its name and code. */
export function EnterpriseFields() {
  const t = enterprises.use()
  const dictionary = useDictionary()
  return (
    <>
      <Field name="founded_on" label={t('founded')}>
        <Input type="date" />
      </Field>
      <Field name="entered_on" label={t('entered')}>
        <Input type="date" />
      </Field>
      <Field name="park" label={t('park')}>
        <Input maxLength={100} autoComplete="off" />
      </Field>
      <Field name="district" label={t('district')} extra={t('districtHelp')}>
        <Input maxLength={6} inputMode="numeric" autoComplete="off" />
      </Field>
      <Field name="industry" label={t('industryCode')} extra={t('industryHelp')}>
        <Input maxLength={4} inputMode="numeric" autoComplete="off" />
      </Field>
      <Field name="field" label={t('field')}>
        <Choice options={dictionary.options('tech_field')} />
      </Field>
    </>
  )
}

export const OWN_FIELDS = ['founded_on', 'entered_on', 'park', 'district', 'industry', 'field'] as const

/** The fields of a form as the server takes them: what is empty is `null`. */
type Own = (typeof OWN_FIELDS)[number]
export type OwnFields = Partial<Record<Own, string | null>>

export function given(values: OwnFields): Record<Own, string | null> {
  const one = (name: Own) => values[name]?.trim() || null
  return { founded_on: one('founded_on'), entered_on: one('entered_on'), park: one('park'), district: one('district'), industry: one('industry'), field: one('field') }
}
