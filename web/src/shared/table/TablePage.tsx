import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Page as ListPage } from '@/shared/api/types'
import { Choice } from '@/shared/controls/Choice'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { useColumns, type Column } from './columns'
import { ColumnBox } from './ColumnBox'
import { ExportButtons, type Exporting } from './ExportButtons'
import { Rows } from './Rows'
import { SearchForm, type SearchField } from './SearchForm'
import { LIMITS, backward, onward, restarted, sortedBy, useListState, type ListState } from './state'
import { tableWords } from './words'

/** What is sent to the server for a page of a list. */
export interface Wanted {
  filters: Record<string, string>
  sort: string
  limit: number
  cursor: string | undefined
}

interface Props<Row> {
  /** A short name for the list: the key of what is read and of what is kept. */
  name: string
  /** What the list belongs to, where the same list is shown for several things. */
  scope?: string
  title: string
  about?: ReactNode
  actions?: ReactNode
  search: readonly SearchField[]
  columns: readonly Column<Row>[]
  usualSort: string
  list: (wanted: Wanted, signal: AbortSignal) => Promise<ListPage<Row>>
  rowKey: (row: Row) => string
  rowActions?: { title: string; render: (row: Row) => ReactNode } | undefined
  exporting?: Exporting
  /** The same rows with something more, as another file. */
  alsoExporting?: Exporting
  /** Shown when there is nothing at all, search or no search. */
  empty: { title: string; about?: string; action?: ReactNode }
  /** Above the search form: what the rows below belong to. */
  before?: ReactNode
  /** Between the search form and the list. */
  children?: ReactNode
}

/** A list with its search form, columns, order, pages and export; all of it stands in the address. */
export function TablePage<Row>(props: Props<Row>) {
  const { name, title, about, actions, search, columns, usualSort, list, rowKey, exporting, empty, before, children } = props
  const t = tableWords.use()
  const [state, setState] = useListState(search.map((field) => field.name), usualSort)
  const chosen = useColumns(name, columns)
  const wanted: Wanted = { filters: state.filters, sort: state.sort, limit: state.limit, cursor: state.cursor }
  const found = useQuery({
    queryKey: [name, 'list', props.scope ?? '', wanted],
    queryFn: ({ signal }) => list(wanted, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={title} about={about} actions={actions}>
      {before}
      {search.length > 0 && (
        <div className="card">
          <SearchForm
            // A new address (back, a bookmark) fills the form anew.
            key={JSON.stringify(state.filters)}
            fields={search}
            filters={state.filters}
            onSearch={(filters) => setState(restarted(state, { filters: nonEmpty(filters) }))}
          />
        </div>
      )}
      {children}
      <div className="card">
        <div className="list-tools">
          <span role="status">{found.data ? t('total', { total: counted(found.data.total) }) : ''}</span>
          <div className="actions">
            {exporting && <ExportButtons exporting={exporting} wanted={wanted} />}
            {props.alsoExporting && <ExportButtons exporting={props.alsoExporting} wanted={wanted} />}
            <ColumnBox columns={columns} isShown={chosen.isShown} onToggle={chosen.toggle} />
          </div>
        </div>
        {found.isError && <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <Loading />}
        {found.data && found.data.items.length === 0 && <Nothing state={state} empty={empty} onRestart={setState} />}
        {found.data && found.data.items.length > 0 && (
          <div className={found.isPlaceholderData ? 'dimmed' : undefined} aria-busy={found.isPlaceholderData}>
            <Rows
              label={title}
              columns={chosen.shown}
              rows={found.data.items}
              rowKey={rowKey}
              sort={state.sort}
              onSort={(column) => setState(restarted(state, { sort: sortedBy(state.sort, column) }))}
              actions={props.rowActions}
            />
          </div>
        )}
        {found.data && <Pager state={state} next={found.data.next ?? undefined} onGo={setState} />}
      </div>
    </Page>
  )
}

function nonEmpty(filters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
}

interface NothingProps {
  state: ListState
  empty: { title: string; about?: string; action?: ReactNode }
  onRestart: (state: ListState) => void
}

/** Nothing was found: by this search, on this page, or at all; each has another way on. */
function Nothing({ state, empty, onRestart }: NothingProps) {
  const t = tableWords.use()
  if (state.cursor) {
    return <Empty title={t('nothing')} action={<Button onClick={() => onRestart(restarted(state, {}))}>{t('first')}</Button>} />
  }
  if (Object.keys(state.filters).length === 0) return <Empty {...empty} />
  const reset = <Button onClick={() => onRestart(restarted(state, { filters: {} }))}>{t('reset')}</Button>
  return <Empty title={t('nothing')} about={t('nothingHelp')} action={reset} />
}

function Pager({ state, next, onGo }: { state: ListState; next: string | undefined; onGo: (state: ListState) => void }) {
  const t = tableWords.use()
  return (
    <nav className="pager" aria-label={t('pages')}>
      <Choice
        aria-label={t('pageSize')}
        value={String(state.limit)}
        onChange={(limit) => onGo(restarted(state, { limit: Number(limit) }))}
        options={LIMITS.map((limit) => ({ value: String(limit), label: t('perPage', { limit }) }))}
        always
      />
      <Button disabled={!state.cursor} onClick={() => onGo(backward(state))}>
        {t('previous')}
      </Button>
      <Button disabled={!next} onClick={() => next && onGo(onward(state, next))}>
        {t('next')}
      </Button>
    </nav>
  )
}
