import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { api, good } from '@/shared/api/client'
import { Choice } from '@/shared/controls/Choice'
import { Field } from '@/shared/form/Field'
import { listWords } from './listWords'

/** The rungs that give a title. */
export const titlesQuery = {
  queryKey: ['library', 'titles'],
  queryFn: ({ signal }: { signal: AbortSignal }) => good(api.GET('/api/v1/titles', { signal })),
  staleTime: 600_000,
}

/** What has to be said about an authority's list: its title, and what holds for all rows. */
export function ForList({ kind }: { kind: 'titles' | 'annual-reports' }) {
  const t = listWords.use()
  const titles = useQuery(titlesQuery)
  return (
    <>
      <Field name="rung" label={t('rung')} required extra={t('rungHelp')}>
        <Choice options={(titles.data ?? []).map((one) => ({ value: one.rung, label: one.label }))} />
      </Field>
      {kind === 'annual-reports' ? (
        <Field name="period" label={t('reportYear')} required extra={t('reportYearHelp')}>
          <Input type="number" min={1990} max={2200} />
        </Field>
      ) : (
        <>
          <Field name="recognised_on" label={t('item.recognised_on')} extra={t('usualHelp')}>
            <Input type="date" />
          </Field>
          <Field name="valid_until" label={t('item.valid_until')} extra={t('untilHelp')}>
            <Input type="date" />
          </Field>
          <Field name="document" label={t('item.document')} extra={t('usualHelp')}>
            <Input maxLength={100} />
          </Field>
        </>
      )}
    </>
  )
}
