import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Consent } from '@/shared/api/types'
import type { components } from '@/shared/api/schema'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { SaveTable } from '@/shared/table/SaveTable'
import { SearchForm, type SearchField } from '@/shared/table/SearchForm'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { common, nameOf } from '@/shared/words/common'
import { PURPOSES } from './names'
import { prospects } from './prospectWords'

type Prospect = components['schemas']['Prospect']

const FIELDS = ['purpose', 'least', 'stage', 'grade', 'title'] as const

/** Whom a bank finds among the enterprises that let it see their points. */
export function ProspectsPage() {
  const t = prospects.use()
  const [address, setAddress] = useSearchParams()
  const filters = Object.fromEntries(FIELDS.flatMap((name) => (address.get(name) ? [[name, address.get(name) ?? '']] : [])))
  const { purpose, least } = filters
  // Nobody is looked at before a bank asks.
  const found = useQuery({
    queryKey: ['prospects', purpose, least],
    queryFn: ({ signal }) => good(api.GET('/api/v1/prospects', { params: { query: { purpose: purpose as Consent['purpose'], ...(least && { least }) } }, signal })),
    enabled: Boolean(purpose),
    staleTime: 300_000,
  })
  const all = found.data?.prospects ?? []
  const search: SearchField[] = [
    { name: 'purpose', label: t('purpose'), kind: 'choice', options: PURPOSES.map((value) => ({ value, label: nameOf('consentPurpose', value) })), nothing: t('choose') },
    { name: 'least', label: t('least'), kind: 'text' },
    { name: 'stage', label: t('stage'), kind: 'choice', options: known(all.map((one) => one.stage)), nothing: t('any') },
    { name: 'grade', label: t('grade'), kind: 'choice', options: known(all.map((one) => one.grade)), nothing: t('any') },
    { name: 'title', label: t('held'), kind: 'choice', options: known(all.flatMap((one) => one.titles ?? [])), nothing: t('any') },
  ]
  return (
    <Page title={t('title')} about={t('about')}>
      <div className="card">
        <SearchForm key={address.toString()} fields={search} filters={filters} onSearch={(next) => setAddress(Object.fromEntries(Object.entries(next).filter(([, value]) => value)))} />
      </div>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {purpose && found.isPending && <Loading />}
      {found.data && <Found told={found.data} rows={all.filter((one) => fits(one, filters))} />}
    </Page>
  )
}

function Found({ told: { looked_at: looked, closed, left_out: left }, rows }: { told: components['schemas']['Prospects']; rows: Prospect[] }) {
  const t = prospects.use()
  const c = common.use()
  const about = [t('of', { looked, count: rows.length }), ...(closed > 0 ? [t('closed', { count: closed })] : []), ...(left > 0 ? [t('leftOut', { count: left })] : [])]
  const columns: Column<Prospect>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => <Link to={`/consents/${one.consent_id}`}>{one.name}</Link> },
    { key: 'code', title: t('creditCode'), render: (one) => <code>{one.credit_code}</code>, still: true },
    { key: 'points', title: t('points'), render: (one) => one.points ?? t('noPoints'), number: true },
    { key: 'year', title: t('year'), render: (one) => one.year, number: true },
    { key: 'stage', title: t('stage'), render: (one) => one.stage, still: true },
    { key: 'grade', title: t('grade'), render: (one) => one.grade, still: true },
    { key: 'titles', title: t('titles'), render: (one) => one.titles?.join(c('comma')) },
    { key: 'until', title: t('until'), render: (one) => one.valid_until, still: true },
  ]
  return (
    <Section title={t('found')} about={about.join(' ')}>
      {rows.length === 0 ? (
        <p className="about">{t('none')}</p>
      ) : (
        <SaveTable title={t('title')}>
          <Rows<Prospect> label={t('title')} columns={columns} rows={rows} rowKey={(one) => one.consent_id} />
        </SaveTable>
      )}
    </Section>
  )
}

/** The different values there are, to choose from. */
function known(values: (string | null | undefined)[]) {
  const all = [...new Set(values.filter((value): value is string => Boolean(value)))]
  return all.sort((one, other) => one.localeCompare(other)).map((value) => ({ value, label: value }))
}

function fits(one: Prospect, { stage, grade, title }: Record<string, string>): boolean {
  return (!stage || one.stage === stage) && (!grade || one.grade === grade) && (!title || (one.titles ?? []).includes(title))
}

export { ProspectsPage as Component }
