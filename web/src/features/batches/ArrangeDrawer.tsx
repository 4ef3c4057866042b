import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { freshKey } from '@/shared/api/client'
import type { Batch } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { named } from '@/shared/dictionary/items'
import { Field } from '@/shared/form/Field'
import { ServerForm } from '@/shared/form/ServerForm'
import { useMe } from '@/shared/me/me'
import { OrganisationPicker } from '@/shared/organisations/OrganisationPicker'
import { schemesQuery } from '@/shared/schemes/schemes'
import { today } from '@/shared/words/time'
import { arrangeBatch, makeBatch } from './actions'
import { batches } from './words'

interface Values {
  zone_id?: string
  year: string
  title: string
  scheme: string
  opens_on: string
  enterprise_deadline: string
  review_deadline: string
  objection_from?: string
  objection_to?: string
  second_review: 'yes' | 'no'
}

interface Props {
  open: boolean
  /** The batch to change; a new one without it. */
  batch?: Batch
  etag?: string
  onClose: () => void
  onArranged: (batch: Batch) => void
}

/** Arranges an evaluation: year, scheme, calendar, reviewers. */
export function ArrangeDrawer({ open, batch, etag = '', onClose, onArranged }: Props) {
  const t = batches.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [key, setKey] = useState(freshKey)
  const schemes = useQuery({ ...schemesQuery, enabled: open })
  const opened = batch !== undefined && batch.state !== 'draft'
  const title = batch ? t('arrange') : t('make')
  const zone = me.organisation.kind === 'zone' ? me.organisation.id : undefined
  const save = async ({ zone_id, year, second_review, ...given }: Values) => {
    const body = {
      ...given,
      objection_from: given.objection_from || null,
      objection_to: given.objection_to || null,
      year: Number(year),
      second_review: second_review === 'yes',
    }
    const saved = batch ? await arrangeBatch(batch.id, etag, body) : await makeBatch(zone_id ?? zone ?? '', body, key)
    setKey(freshKey())
    await client.invalidateQueries({ queryKey: ['batches'] })
    message.success(batch ? t('arranged') : t('made', { title: saved.title }))
    onClose()
    onArranged(saved)
  }
  const options = (schemes.data ?? []).map((one) => ({ value: one.path, label: `${named(one.name)} · ${one.version}` }))
  return (
    <DetailDrawer title={title} open={open} onClose={onClose} form>
      <ServerForm<Values> label={title} submit={batch ? t('save') : t('make')} initialValues={initial(batch)} onSubmit={save}>
        <p className="about dialog-text">{opened ? t('arrangeOpenAbout') : t('makeAbout')}</p>
        {!batch && !zone && (
          <Field name="zone_id" label={t('zone')} required>
            <OrganisationPicker kind="zone" />
          </Field>
        )}
        <Field name="year" label={t('year')} required extra={t('yearHelp')}>
          <Input inputMode="numeric" maxLength={4} disabled={opened} />
        </Field>
        <Field name="title" label={t('name')} required>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="scheme" label={t('scheme')} required extra={t('schemeHelp')}>
          <Choice options={options} disabled={opened} />
        </Field>
        <Calendar />
        <Field name="second_review" label={t('secondReview')} required extra={t('secondReviewHelp')}>
          <Choice
            always
            disabled={opened}
            options={[
              { value: 'no', label: t('oneReviewer') },
              { value: 'yes', label: t('twoReviewers') },
            ]}
          />
        </Field>
      </ServerForm>
    </DetailDrawer>
  )
}

function Calendar() {
  const t = batches.use()
  return (
    <>
      <Field name="opens_on" label={t('opensOn')} required>
        <Input type="date" />
      </Field>
      <Field name="enterprise_deadline" label={t('enterpriseDeadline')} required extra={t('enterpriseDeadlineHelp')}>
        <Input type="date" />
      </Field>
      <Field name="review_deadline" label={t('reviewDeadline')} required>
        <Input type="date" />
      </Field>
      <Field name="objection_from" label={t('objectionFrom')} extra={t('objectionHelp')}>
        <Input type="date" />
      </Field>
      <Field name="objection_to" label={t('objectionTo')}>
        <Input type="date" />
      </Field>
    </>
  )
}

/** What the form shows first: the batch, or last year's evaluation to be arranged. */
function initial(batch: Batch | undefined): Partial<Values> {
  if (!batch) {
    const year = Number(today().slice(0, 4)) - 1
    return { year: String(year), title: batches.say('usualTitle', { year }), opens_on: today(), second_review: 'no' }
  }
  const { year, title, scheme, opens_on, enterprise_deadline, review_deadline, objection_from, objection_to, second_review } = batch
  return {
    year: String(year),
    title,
    scheme,
    opens_on,
    enterprise_deadline,
    review_deadline,
    ...(objection_from && { objection_from }),
    ...(objection_to && { objection_to }),
    second_review: second_review ? 'yes' : 'no',
  }
}
