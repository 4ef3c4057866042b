import type { ApplicationDatum } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Section } from '@/shared/ui/Page'
import { applications } from './words'

/** What the policy looks at, filled in from the evaluation. */
export function Data({ data }: { data: ApplicationDatum[] }) {
  const t = applications.use()
  const year = Math.max(...data.map((one) => one.year))
  const columns: Column<ApplicationDatum>[] = [
    { key: 'name', title: t('item'), render: (one) => one.name },
    { key: 'year', title: t('dataYear'), render: (one) => one.year, still: true },
    { key: 'value', title: t('value'), render: (one) => one.value ?? <span className="badge badge-wait">{t('missing')}</span>, number: true },
  ]
  if (data.length === 0) return null
  return (
    <Section title={t('data')} about={t('dataAbout', { year })}>
      <Rows<ApplicationDatum> label={t('data')} columns={columns} rows={data} rowKey={(one) => `${one.item} ${one.year}`} />
    </Section>
  )
}
