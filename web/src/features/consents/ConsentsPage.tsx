import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Consent } from '@/shared/api/types'
import { may, unless, useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { exportingOf } from '@/shared/table/download'
import type { SearchField } from '@/shared/table/SearchForm'
import { TablePage, type Wanted } from '@/shared/table/TablePage'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Badge } from '@/shared/ui/Badge'
import { nameOf } from '@/shared/words/common'
import { atMinute } from '@/shared/words/time'
import { GrantDialog } from './GrantDialog'
import { RevokeDialog } from './RevokeDialog'
import { PURPOSES, fieldNames } from './names'
import { consents } from './words'

function asked({ filters: { search, purpose, live }, sort }: Wanted) {
  return { sort, ...(search && { search }), ...(purpose && { purpose: purpose as Consent['purpose'] }), ...(live && { live: live === 'true' }) }
}

function list(wanted: Wanted, signal: AbortSignal) {
  const { limit, cursor } = wanted
  return good(api.GET('/api/v1/consents', { params: { query: { ...asked(wanted), limit, ...(cursor && { cursor }) } }, signal }))
}

const exporting = exportingOf((wanted, format) => api.GET('/api/v1/consents/export', { params: { query: { ...asked(wanted), format } }, parseAs: 'blob' }))

/** Consents: those an enterprise has granted, those a bank has, or those of a zone. */
export function ConsentsPage() {
  const t = consents.use()
  const me = useMe()
  const [granting, setGranting] = useState(false)
  const [revoking, setRevoking] = useState<Consent | null>(null)
  const own = may(me, 'consent:grant')
  const bank = may(me, 'disclosure:read')
  const columns: Column<Consent>[] = [
    {
      key: 'party',
      title: t(own ? 'bank' : 'enterprise'),
      render: (one) => <Link to={`/consents/${one.id}`}>{own ? one.bank_name : one.enterprise_name}</Link>,
    },
    { key: 'credit_code', title: t('creditCode'), render: (one) => <code>{one.credit_code}</code>, hidden: own },
    ...(own || bank ? [] : [{ key: 'bank', title: t('bank'), render: (one: Consent) => one.bank_name }]),
    { key: 'fields', title: t('fields'), render: (one) => fieldNames(one.fields) },
    { key: 'purpose', title: t('purpose'), render: (one) => nameOf('consentPurpose', one.purpose), still: true },
    { key: 'valid_until', title: t('validUntil'), render: (one) => one.valid_until, still: true },
    { key: 'state', title: t('state'), render: (one) => <Badge group="consent" word={one.state} />, still: true },
    { key: 'granted_at', title: t('grantedAt'), sort: 'granted_at', render: (one) => atMinute(one.granted_at), still: true },
  ]
  const search: SearchField[] = [
    ...(own ? [] : [{ name: 'search', label: t('search'), kind: 'text' } as const]),
    { name: 'purpose', label: t('purpose'), kind: 'choice', options: PURPOSES.map((value) => ({ value, label: nameOf('consentPurpose', value) })) },
    ...(bank ? [] : [{ name: 'live', label: t('liveOnly'), kind: 'choice', options: [{ value: 'true', label: t('liveYes') }, { value: 'false', label: t('liveNo') }] } as const]),
  ]
  const grant = (
    <Button type="primary" onClick={() => setGranting(true)}>
      {t('grant')}
    </Button>
  )
  const about = own ? t('noneOwn') : bank ? t('noneBank') : ''
  return (
    <>
      <TablePage<Consent>
        name="consents"
        title={t(bank ? 'bankTitle' : 'title')}
        about={t(own ? 'aboutOwn' : bank ? 'aboutBank' : 'aboutZone')}
        {...(own && { actions: grant })}
        search={search}
        columns={columns}
        usualSort="-granted_at"
        list={list}
        exporting={exporting}
        rowKey={(one) => one.id}
        {...(own && {
          rowActions: {
            title: t('doing'),
            render: (one: Consent) => (
              <ActionButton size="small" can={unless(one.state === 'live' ? null : t('notLive'))} onClick={() => setRevoking(one)}>
                {t('revoke')}
              </ActionButton>
            ),
          },
        })}
        empty={{ title: t('none'), ...(about && { about }) }}
      />
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
      {revoking && <RevokeDialog consent={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

export { ConsentsPage as Component }
