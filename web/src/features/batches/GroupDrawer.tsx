import { Input } from 'antd'
import { Refused } from '@/shared/api/problem'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { useDictionary } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import type { Group } from './actions'
import { placed } from './groups'
import { groupWords } from './groupWords'
import { batches } from './words'

type Values = Partial<Record<'name' | 'deadline' | 'park' | 'industry' | 'field' | 'label', string>>

interface Props {
  batch: Batch
  groups: readonly Group[]
  /** The place of the group that is changed, or the one behind the last. */
  index: number
  onSave: (groups: readonly Group[]) => Promise<void>
  onClose: () => void
}

/** One group: what it is called, its last day, and who belongs to it. */
export function GroupDrawer({ batch, groups, index, onSave, onClose }: Props) {
  const t = batches.use()
  const g = groupWords.use()
  const dictionary = useDictionary()
  const known = groups[index]
  const save = async ({ name = '', deadline = '', ...kinds }: Values) => {
    const one: Group = { participants: 0, waiting: 0, late: 0, name, deadline, ...kinds }
    await onSave(placed(groups, index, one)).catch((error: unknown) => {
      throw ofThisOne(error, index)
    })
    onClose()
  }
  return (
    <DetailDrawer title={known ? g('changeGroupOf', { name: known.name }) : g('addGroup')} open onClose={onClose} form>
      <ServerForm<Values> label={g('addGroup')} submit={t('save')} initialValues={known ? valuesOf(known) : {}} onSubmit={save}>
        <Field name="name" label={g('groupName')} required>
          <Input maxLength={50} autoComplete="off" />
        </Field>
        <Field name="deadline" label={t('enterpriseDeadline')} extra={g('groupDeadlineHelp', { from: batch.opens_on, to: batch.review_deadline })} required>
          <Input type="date" min={batch.opens_on} max={batch.review_deadline} />
        </Field>
        <p className="about dialog-text">{g('groupKinds')}</p>
        <Field name="park" label={t('park')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="industry" label={t('industry')} extra={t('industryHelp')}>
          <Input maxLength={4} autoComplete="off" inputMode="numeric" />
        </Field>
        <Field name="field" label={t('field')}>
          <Choice options={dictionary.options('tech_field')} nothing={t('any')} />
        </Field>
        <Field name="label" label={g('groupTitle')} extra={g('groupTitleHelp')}>
          <Input maxLength={100} autoComplete="off" />
        </Field>
      </ServerForm>
    </DetailDrawer>
  )
}

function valuesOf({ name, deadline, park, industry, field, label }: Group): Values {
  return { name, deadline, ...(park && { park }), ...(industry && { industry }), ...(field && { field }), ...(label && { label }) }
}

/** All groups are sent at once; what is wrong with this one stands at the fields of its form. */
function ofThisOne(error: unknown, index: number): unknown {
  if (!(error instanceof Refused)) return error
  const errors = (error.problem.errors ?? []).map((one) => ({ ...one, pointer: one.pointer.replace(new RegExp(`^/${index}(?=/|$)`), '') }))
  return new Refused({ ...error.problem, errors }, error.retryAfter)
}
