import { useQuery } from '@tanstack/react-query'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { useSearchParams } from 'react-router'
import { SavedFilters } from '@/shared/filters/SavedFilters'
import { useMe } from '@/shared/me/me'
import { Frame } from '@/shared/table/Frame'
import type { Column } from '@/shared/table/columns'
import { download, FORMATS } from '@/shared/table/download'
import { useOpened } from '@/shared/table/opened'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Section } from '@/shared/ui/Page'
import { taskCan, type State } from './can'
import { TaskDrawer, TaskState } from './TaskDrawer'
import { tasks } from './words'

type Task = components['schemas']['Task']
const STATES: readonly State[] = ['open', 'contacted', 'promised', 'done', 'given-up']

function asked({ campaign, state, mine, open, overdue }: Record<string, string>) {
  return {
    ...(campaign && { campaign }),
    ...(state && { state: state as State }),
    ...(mine && { mine: mine === 'true' }),
    ...(open && { open: open === 'true' }),
    ...(overdue && { overdue: overdue === 'true' }),
  }
}

function list({ filters, sort, limit, cursor }: Wanted, signal: AbortSignal) {
  return good(api.GET('/api/v1/tasks', { params: { query: { ...asked(filters), sort, limit, ...(cursor && { cursor }) } }, signal }))
}

/** The tasks of the zone, one's own among them. */
export function TasksPage() {
  const t = tasks.use()
  const me = useMe()
  const [address] = useSearchParams()
  const [opened, open] = useOpened()
  const search: SearchField[] = [
    { name: 'mine', label: t('mine'), kind: 'choice', options: [{ value: 'true', label: t('mineOnly') }] },
    { name: 'open', label: t('openOnly'), kind: 'choice', options: [{ value: 'true', label: t('openYes') }] },
    { name: 'state', label: t('state'), kind: 'choice', options: STATES.map((value) => ({ value, label: t(`state.${value}`) })) },
    { name: 'overdue', label: t('overdueWhether'), kind: 'choice', options: [{ value: 'true', label: t('overdueOnly') }] },
    { name: 'campaign', label: t('campaign'), kind: 'text' },
  ]
  const columns: Column<Task>[] = [
    {
      key: 'name',
      title: t('enterprise'),
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.id)}>
          {one.enterprise_name ?? one.enterprise_id}
        </button>
      ),
    },
    { key: 'advice', title: t('advice'), render: (one) => one.advice },
    { key: 'campaign', title: t('campaign'), render: (one) => one.campaign },
    { key: 'assignee', title: t('assignee'), render: (one) => one.assignee_name, still: true },
    {
      key: 'due',
      title: t('due'),
      sort: 'due_on',
      render: (one) => (
        <>
          {one.due_on} {one.overdue && <span className="badge badge-bad">{t('overdue')}</span>}
        </>
      ),
      still: true,
    },
    { key: 'state', title: t('state'), render: (one) => <TaskState state={one.state} />, still: true },
  ]
  const exporting = {
    formats: FORMATS,
    can: taskCan.export(me),
    fetch: (format: string, { filters, sort }: Wanted) =>
      download(api.GET('/api/v1/tasks/export', { params: { query: { ...asked(filters), sort, format } }, parseAs: 'blob' })),
  }
  return (
    <>
      <TablePage<Task>
        name="tasks"
        title={t('title')}
        about={t('about')}
        search={search}
        columns={columns}
        usualSort="due_on"
        list={list}
        rowKey={(one) => one.id}
        exporting={exporting}
        empty={{ title: t('none'), about: t('noneAbout') }}
        before={<SavedFilters list="tasks" query={asked(Object.fromEntries(address.entries()))} addressOf={(query) => `/tasks?${query.toString()}`} />}
      />
      <Results />
      <TaskDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

function Results() {
  const t = tasks.use()
  const found = useQuery({ queryKey: ['tasks', 'results'], queryFn: ({ signal }) => good(api.GET('/api/v1/task-results', { signal })) })
  if (!found.data || found.data.length === 0) return null
  return (
    <Section title={t('results')} about={t('resultsAbout')}>
      <Frame label={t('results')}>
        <table className="table">
          <thead>
            <tr>
              {(['campaign', 'assignee', 'total', 'state.open', 'state.contacted', 'state.promised', 'state.done', 'state.given-up', 'overdue', 'advised', 'entered', 'waiting'] as const).map((head) => (
                <th scope="col" key={head}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.data.map((one) => (
              <tr key={`${one.campaign}${one.assignee_id}`}>
                <th scope="row">{one.campaign}</th>
                <td>{one.assignee_name}</td>
                {[one.tasks, one.open, one.contacted, one.promised, one.done, one.given_up, one.overdue, one.advised, one.entered, one.waiting].map((count, index) => (
                  // The columns never change their order.
                  <td key={index}>{count}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Frame>
    </Section>
  )
}

export { TasksPage as Component }
