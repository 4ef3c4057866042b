import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { SavedFilters } from '@/shared/filters/SavedFilters'
import { may, no, useMe, YES } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { ChangesTable } from './ChangesTable'
import { RenewalsTable } from './RenewalsTable'
import { ReportsTable } from './ReportsTable'
import { runsQuery } from './runs'
import { askedOf, TITLE_LISTS, type TitleList, type TitleTable } from './titles'
import { titleWords } from './titleWords'

const TABLES: Record<TitleList, (props: TitleTable) => React.ReactNode> = {
  renewals: RenewalsTable,
  'title-changes': ChangesTable,
  'annual-reports': ReportsTable,
}

/** What authorities' lists say: certificates that end, who came and left, annual reports. */
export function TitlesPage() {
  const t = titleWords.use()
  const me = useMe()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const runs = useQuery(runsQuery(may(me, 'run:list')))
  const titles = useQuery({ queryKey: ['library', 'titles'], queryFn: ({ signal }) => good(api.GET('/api/v1/titles', { signal })), staleTime: 600_000 })
  const zone = address.get('zone') ?? runs.data?.[0]?.zone
  const { list: named } = useParams()
  const list = TITLE_LISTS.find((one) => one === named) ?? 'renewals'
  if (!zone || !titles.data) {
    return (
      <Page title={t('title')} about={t('about')}>
        <ProblemAlert error={runs.error ?? titles.error} onRetry={() => void titles.refetch()} />
        {runs.data?.length === 0 ? <Empty title={t('none')} /> : !runs.error && !titles.error && <Loading />}
      </Page>
    )
  }
  const can = may(me, 'import:make') ? YES : no(t('importNo'))
  const actions = (
    <>
      <Link to="/library">{t('back')}</Link>
      <ActionButton can={can} onClick={() => void navigate('/imports/new?kind=titles')}>
        {t('importTitles')}
      </ActionButton>
      <ActionButton can={can} onClick={() => void navigate('/imports/new?kind=annual-reports')}>
        {t('importReports')}
      </ActionButton>
    </>
  )
  const tabs = (
    <>
      <nav className="tabs" aria-label={t('lists')}>
        {TITLE_LISTS.map((one) => (
          <Link key={one} to={`/library/titles/${one}`} aria-current={one === list ? 'page' : undefined}>
            {t(`list.${one}`)}
          </Link>
        ))}
      </nav>
      <SavedFilters
        list={list}
        query={askedOf(list, Object.fromEntries(address.entries()), titles.data)}
        addressOf={(query) => `/library/titles/${list}?${query.toString()}`}
      />
    </>
  )
  const Table = TABLES[list]
  return <Table key={list} zone={zone} titles={titles.data} actions={actions} before={tabs} />
}

export { TitlesPage as Component }
