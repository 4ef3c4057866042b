import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { useDictionary } from '@/shared/dictionary/items'
import { publishedQuery } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { codeName, useScheme } from '@/shared/schemes/schemes'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { awards } from './words'

type Shown = components['schemas']['AwardFigures']

/** What the year of the newest list did: paid, reached, how fast, for whom. */
export function Figures() {
  const t = awards.use()
  const newest = useQuery({
    queryKey: ['award-lists', 'newest'],
    queryFn: ({ signal }) => good(api.GET('/api/v1/award-lists', { params: { query: { limit: 1, sort: '-opened_at' } }, signal })),
  })
  const list = newest.data?.items[0]
  const found = useQuery({
    queryKey: ['ledger', 'figures', list?.zone_id, list?.period],
    queryFn: ({ signal }) =>
      good(
        api.GET('/api/v1/organisations/{id}/award-figures', {
          params: { path: { id: list?.zone_id ?? '' }, query: { year: list?.period ?? 0 } },
          signal,
        }),
      ),
    enabled: list !== undefined,
  })
  const figures = found.data
  const dictionary = useDictionary()
  const published = useQuery(publishedQuery).data?.find((one) => one.run.id === list?.run_id)
  const stages = useScheme(published?.batch.scheme)?.stages
  if (!figures) return null
  return (
    <Section title={t('figures', { year: figures.year })}>
      <Facts
        facts={[
          [t('paidSum'), t('yuan', { amount: grouped(figures.paid) })],
          [t('enterprises'), counted(figures.enterprises)],
          [t('count'), counted(figures.payments)],
          [t('days'), typeof figures.days === 'number' ? t('daysText', { days: figures.days }) : '—'],
        ]}
      />
      <Policies figures={figures} />
      <Groups title={t('byStage')} groups={figures.stages} name={(key) => codeName(stages, key) ?? key} />
      <Groups title={t('byPark')} groups={figures.parks} name={(key) => key} />
      <Groups title={t('byField')} groups={figures.fields} name={(key) => dictionary.value('tech_field', key)} />
    </Section>
  )
}

function Policies({ figures }: { figures: Shown }) {
  const t = awards.use()
  const columns: Column<Shown['policies'][number]>[] = [
    { key: 'policy', title: t('policy'), render: (one) => <Link to={`/award-lists/${one.list_id}`}>{one.name}</Link> },
    { key: 'reach', title: t('reach'), render: (one) => t('reachText', { reached: one.reached, entitled: one.entitled }), still: true },
    { key: 'granted', title: t('amount'), render: (one) => grouped(one.granted), number: true },
    { key: 'paid', title: t('paid'), render: (one) => grouped(one.paid), number: true },
    { key: 'left', title: t('left'), render: (one) => (one.left ? grouped(one.left) : t('noLimit')), number: true },
  ]
  return (
    <SaveTable title={t('byPolicy')}>
      <Rows label={t('byPolicy')} columns={columns} rows={figures.policies} rowKey={(one) => one.list_id} />
    </SaveTable>
  )
}

type Group = Shown['parks'][number]

function Groups({ title, groups, name }: { title: string; groups: Group[]; name: (key: string) => string }) {
  const t = awards.use()
  if (groups.length === 0) return null
  const columns: Column<Group>[] = [
    { key: 'name', title, render: (one) => (one.key === '' ? t('unknown') : name(one.key)) },
    { key: 'enterprises', title: t('enterprises'), render: (one) => counted(one.enterprises), number: true },
    { key: 'paid', title: t('paid'), render: (one) => grouped(one.paid), number: true },
  ]
  return (
    <>
      <h3>{title}</h3>
      <SaveTable title={title}>
        <Rows<Group> label={title} columns={columns} rows={groups} rowKey={(one) => one.key} />
      </SaveTable>
    </>
  )
}
