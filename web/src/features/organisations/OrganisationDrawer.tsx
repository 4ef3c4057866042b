import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { api, good, versioned } from '@/shared/api/client'
import type { Organisation } from '@/shared/api/types'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { Field } from '@/shared/form/Field'
import { useMe } from '@/shared/me/me'
import { useOrganisationNames } from '@/shared/organisations/organisations'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { atMinute, today } from '@/shared/words/time'
import { organisationCan } from './can'
import { stateOn } from './state'
import { organisations } from './words'

/** Since when, until when, and whether it is open now. */
export function StateBadge({ organisation }: { organisation: Organisation }) {
  const t = organisations.use()
  const state = stateOn(organisation, today())
  const tone = { stateOpen: 'good', stateLater: 'wait', stateClosed: 'bad' }[state]
  return (
    <span>
      <span className={`badge badge-${tone}`}>{t(state)}</span> {organisation.opens_on}
      {organisation.closes_on && ` → ${organisation.closes_on}`}
    </span>
  )
}

/** One organisation: what is known, and what may be done. */
export function OrganisationDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = organisations.use()
  const me = useMe()
  const [doing, setDoing] = useState<'rename' | 'close' | null>(null)
  const found = useQuery({
    queryKey: ['organisations', 'versioned', id],
    queryFn: ({ signal }) => versioned(api.GET('/api/v1/organisations/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
    staleTime: 0,
  })
  const one = found.data?.data
  return (
    <DetailDrawer title={one?.name ?? t('details')} open={id !== null} onClose={onClose}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data && one && (
        <>
          <OrganisationFacts organisation={one} />
          <div className="actions drawer-actions" role="group" aria-label={t('changes')}>
            <ActionButton can={organisationCan.rename(me)} onClick={() => setDoing('rename')}>
              {t('rename')}
            </ActionButton>
            <ActionButton danger can={organisationCan.close(me, one)} onClick={() => setDoing('close')}>
              {t('close')}
            </ActionButton>
          </div>
          {doing && <Dialogs organisation={one} etag={found.data.etag} doing={doing} onClose={() => setDoing(null)} />}
        </>
      )}
    </DetailDrawer>
  )
}

function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const t = organisations.use()
  const me = useMe()
  const parent = organisationCan.seeParent(me, organisation) ? organisation.parent_id : null
  const names = useOrganisationNames([parent])
  return (
    <Facts
      facts={[
        [t('name'), organisation.name],
        [t('kind'), nameOf('kind', organisation.kind)],
        [t('parent'), names.get(parent ?? '')],
        [t('code'), organisation.credit_code && <code key="code">{organisation.credit_code}</code>],
        [t('opens'), <StateBadge key="state" organisation={organisation} />],
        [t('created'), atMinute(organisation.created_at)],
      ]}
    />
  )
}

interface DialogsProps {
  organisation: Organisation
  etag: string
  doing: 'rename' | 'close'
  onClose: () => void
}

function Dialogs({ organisation, etag, doing, onClose }: DialogsProps) {
  const t = organisations.use()
  const client = useQueryClient()
  const { message } = App.useApp()
  const params = { path: { id: organisation.id }, header: { 'If-Match': etag } }
  const then = async (work: Promise<unknown>, said: string) => {
    await work
    await client.invalidateQueries({ queryKey: ['organisations'] })
    message.success(said)
  }
  if (doing === 'rename') {
    const rename = ({ name = '' }: Record<string, string>) =>
      then(good(api.PATCH('/api/v1/organisations/{id}', { params, body: { name } })), t('renamed'))
    const field = (
      <Field name="name" label={t('name')} required extra={t('nameHelp')}>
        <Input maxLength={100} />
      </Field>
    )
    return <ConfirmDialog title={t('renameTitle')} submit={t('rename')} fields={field} initialValues={{ name: organisation.name }} onSubmit={rename} onClose={onClose} />
  }
  const shut = ({ on = '' }: Record<string, string>) =>
    then(good(api.POST('/api/v1/organisations/{id}/close', { params, body: { on } })), t('closed'))
  const field = (
    <Field name="on" label={t('closeOn')} required>
      <Input type="date" />
    </Field>
  )
  return (
    <ConfirmDialog
      title={t('closeTitle', { name: organisation.name })}
      submit={t('close')}
      danger
      fields={field}
      initialValues={{ on: organisation.closes_on ?? today() }}
      onSubmit={shut}
      onClose={onClose}
    >
      {t('closeAbout')}
    </ConfirmDialog>
  )
}
