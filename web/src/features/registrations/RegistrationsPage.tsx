import { api, good } from '@/shared/api/client'
import type { Registration } from '@/shared/api/types'
import { YES, may, no, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { FORMATS, download } from '@/shared/table/download'
import { useOpened } from '@/shared/table/opened'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { Badge } from '@/shared/ui/Badge'
import { common, nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { RegistrationDrawer } from './RegistrationDrawer'
import { registrations } from './words'

const STATES = ['waiting', 'confirmed', 'refused'] as const

function asked({ filters, sort }: Wanted) {
  const state = filters.state as Registration['state'] | undefined
  return { sort, ...(state && { state }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/registrations', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

/** Enterprises that asked to be let in. */
export function RegistrationsPage() {
  const t = registrations.use()
  const me = useMe()
  const [opened, open] = useOpened()
  const columns: Column<Registration>[] = [
    {
      key: 'name',
      title: t('name'),
      render: (one) => (
        <button type="button" className="link-button" onClick={() => open(one.id)}>
          {one.name}
        </button>
      ),
    },
    { key: 'credit_code', title: t('code'), render: (one) => <code>{one.credit_code}</code> },
    { key: 'contact', title: t('contact'), render: (one) => one.contact },
    { key: 'state', title: t('state'), render: (one) => <Badge group="registration" word={one.state} />, still: true },
    { key: 'created_at', title: t('asked'), sort: 'created_at', render: (one) => atMinute(one.created_at), still: true },
    { key: 'decided_at', title: t('decided'), render: (one) => (one.decided_at ? atMinute(one.decided_at) : null), still: true },
  ]
  const page = (
    <a href="/register" target="_blank" rel="noreferrer">
      {t('copyPage')}
    </a>
  )
  return (
    <>
      <TablePage<Registration>
        name="registrations"
        title={t('title')}
        about={t('about')}
        search={[{ name: 'state', label: t('state'), kind: 'choice', options: STATES.map((state) => ({ value: state, label: nameOf('registration', state) })) }]}
        columns={columns}
        usualSort="-created_at"
        list={list}
        exporting={{
          formats: FORMATS,
          can: may(me, 'registration:export') ? YES : no(common.say('notAllowed')),
          fetch: (format, wanted) =>
            download(api.GET('/api/v1/registrations/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' })),
        }}
        rowKey={(one) => one.id}
        empty={{ title: t('none'), about: t('noneAbout'), action: page }}
      />
      <RegistrationDrawer id={opened} onClose={() => open(null)} />
    </>
  )
}

export { RegistrationsPage as Component }
