import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { useDictionary } from '@/shared/dictionary/items'
import { may, useMe } from '@/shared/me/me'
import { PurposeOrProblem, usePurpose } from '@/shared/points/Purpose'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Loading } from '@/shared/ui/Loading'
import { Section } from '@/shared/ui/Page'
import { common } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { linesOf } from './lines'
import { enterprises } from './words'

type Event = components['schemas']['EnterpriseEvent']

/** What happened to an enterprise, latest first. */
export function History({ id }: { id: string }) {
  const t = enterprises.use()
  const c = common.use()
  const dictionary = useDictionary()
  const [purpose] = usePurpose()
  const found = useQuery({
    queryKey: ['enterprises', 'history', id, purpose],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises/{id}/history', { params: { path: { id }, query: { ...(purpose && { purpose }) } }, signal })),
    retry: false,
  })
  const columns: Column<Event>[] = [
    { key: 'time', title: c('time'), render: (event) => atMinute(event.changed_at), still: true },
    { key: 'action', title: t('action'), render: (event) => verb(event.action), still: true },
    { key: 'detail', title: t('changedWhat'), render: (event) => linesOf(event.detail, dictionary).map((line) => <div key={line}>{line}</div>) },
    { key: 'by', title: t('person'), render: (event) => <By event={event} /> },
  ]
  return (
    <Section title={t('history')}>
      <PurposeOrProblem error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <p>{t('noHistory')}</p>}
      {found.data && found.data.length > 0 && (
        <Rows label={t('history')} columns={columns} rows={found.data} rowKey={(event) => `${event.changed_at} ${event.action} ${JSON.stringify(event.detail)}`} />
      )}
    </Section>
  )
}

function verb(action: string): string {
  const key = `event.${action}`
  return enterprises.has(key) ? enterprises.say(key) : action
}

function By({ event }: { event: Event }) {
  const t = enterprises.use()
  const me = useMe()
  return (
    <>
      {event.changed_by_name}
      {event.import_id && ` ${t('byImportOf')} `}
      {event.import_id && may(me, 'import:read') && <Link to={`/imports/${event.import_id}`}>{t('seeImport')}</Link>}
    </>
  )
}
