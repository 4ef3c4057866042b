import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Batch } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { useDictionary } from '@/shared/dictionary/items'
import { useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Empty } from '@/shared/ui/Empty'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { counted } from '@/shared/words/time'
import { readBatch, readGroups, setGroups, type Group } from './actions'
import { batchCan } from './can'
import { GroupDrawer } from './GroupDrawer'
import { moved, without } from './groups'
import { groupWords } from './groupWords'
import { batches } from './words'

/** Groups of those who take part, each with a last day of its own. */
export function GroupsPage() {
  const t = batches.use()
  const g = groupWords.use()
  const { id = '' } = useParams()
  const batch = useQuery({ queryKey: ['batches', 'one', id], queryFn: ({ signal }) => readBatch(id, signal), staleTime: 0 })
  const groups = useQuery({ queryKey: ['batches', 'groups', id], queryFn: ({ signal }) => readGroups(id, signal), staleTime: 0 })
  const title = batch.data ? g('groupsOf', { title: batch.data.data.title }) : g('groups')
  return (
    <Page title={title} about={g('groupsAbout')} actions={<Link to={`/batches/${id}`}>{t('back')}</Link>}>
      <ProblemAlert error={batch.error ?? groups.error} onRetry={() => void Promise.all([batch.refetch(), groups.refetch()])} />
      {(batch.isPending || groups.isPending) && <Loading />}
      {batch.data && groups.data && <Groups batch={batch.data.data} groups={groups.data.data} etag={groups.data.etag} />}
    </Page>
  )
}

interface Props {
  batch: Batch
  groups: readonly Group[]
  etag: string
}

function Groups({ batch, groups, etag }: Props) {
  const g = groupWords.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [edited, setEdited] = useState<number | 'new' | null>(null)
  const [removed, setRemoved] = useState<number | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const can = batchCan.group(me, batch)
  const save = async (all: readonly Group[]) => {
    await setGroups(batch.id, etag, all)
    await Promise.all(['batches', 'participants'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    message.success(g('groupsSaved'))
  }
  const at = (all: readonly Group[]) => {
    setFailure(null)
    void save(all).catch(setFailure)
  }
  const actions = (one: Group) => {
    const index = groups.indexOf(one)
    return (
      <span className="badges">
        <ActionButton size="small" can={can} aria-label={g('changeGroupOf', { name: one.name })} onClick={() => setEdited(index)}>
          {g('changeGroup')}
        </ActionButton>
        {index > 0 && (
          <ActionButton size="small" can={can} aria-label={g('groupFirstOf', { name: one.name })} onClick={() => at(moved(groups, index))}>
            {g('groupFirst')}
          </ActionButton>
        )}
        <ActionButton size="small" can={can} aria-label={g('removeGroupOf', { name: one.name })} onClick={() => setRemoved(index)}>
          {g('removeGroup')}
        </ActionButton>
      </span>
    )
  }
  return (
    <div className="card">
      <ProblemAlert error={failure} />
      {!can.yes && <p className="about dialog-text">{can.why}</p>}
      {groups.length === 0 ? <Empty title={g('noGroups')} about={g('noGroupsAbout', { day: batch.enterprise_deadline })} /> : <Table batch={batch} groups={groups} actions={actions} />}
      <div className="form-end">
        <ActionButton type="primary" can={can} onClick={() => setEdited('new')}>
          {g('addGroup')}
        </ActionButton>
      </div>
      {removed !== null && (
        <ConfirmDialog title={g('removeGroupTitle', { name: groups[removed]?.name ?? '' })} submit={g('removeGroup')} danger onSubmit={() => save(without(groups, removed))} onClose={() => setRemoved(null)}>
          {g('removeGroupAbout', { day: batch.enterprise_deadline })}
        </ConfirmDialog>
      )}
      {edited !== null && <GroupDrawer batch={batch} groups={groups} index={edited === 'new' ? groups.length : edited} onSave={save} onClose={() => setEdited(null)} />}
    </div>
  )
}

function Table({ batch, groups, actions }: { batch: Batch; groups: readonly Group[]; actions: (one: Group) => React.ReactNode }) {
  const t = batches.use()
  const g = groupWords.use()
  const dictionary = useDictionary()
  const condition = (one: Group) =>
    [
      one.park && g('groupPark', { park: one.park }),
      one.industry && g('groupIndustry', { industry: one.industry }),
      one.field && g('groupField', { field: dictionary.value('tech_field', one.field) }),
      one.label && g('groupLabel', { label: one.label }),
    ].filter(Boolean)
  const columns: Column<Group>[] = [
    { key: 'name', title: g('groupName'), render: (one) => one.name },
    { key: 'condition', title: g('groupCondition'), render: (one) => condition(one).join(g('and')) },
    { key: 'deadline', title: t('deadline'), render: (one) => one.deadline, still: true },
    {
      key: 'participants',
      title: t('participants'),
      render: (one) => (one.participants > 0 ? <Link to={`/batches/${batch.id}?group=${encodeURIComponent(one.name)}`}>{counted(one.participants)}</Link> : counted(0)),
      number: true,
      still: true,
    },
    { key: 'waiting', title: g('groupWaiting'), render: (one) => counted(one.waiting), number: true, still: true },
    { key: 'late', title: t('late'), render: (one) => counted(one.late), number: true, still: true },
  ]
  return <Rows label={g('groups')} columns={columns} rows={groups} rowKey={(one) => one.name} actions={{ title: t('doing'), render: actions }} />
}

export { GroupsPage as Component }
