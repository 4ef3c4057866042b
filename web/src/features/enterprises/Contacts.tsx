import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Enterprise, EnterpriseContact } from '@/shared/api/types'
import { useMe } from '@/shared/me/me'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { ActionButton } from '@/shared/ui/ActionButton'
import { Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { readContacts } from './actions'
import { enterpriseCan } from './can'
import { ChangeContacts } from './ChangeContacts'
import { enterprises } from './words'

/** The people to ask. They are masked until somebody who may see them asks for it. */
export function Contacts({ enterprise, contacts }: { enterprise: Enterprise; contacts: EnterpriseContact[] }) {
  const t = enterprises.use()
  const me = useMe()
  const can = enterpriseCan.contacts(me)
  const [changing, setChanging] = useState(false)
  // Never kept: who looks again is written down again.
  const full = useMutation({ mutationFn: () => readContacts(enterprise.id), gcTime: 0 })
  const shown = full.data?.data ?? contacts
  const change = async () => {
    if (full.data || (await full.mutateAsync().catch(() => null))) setChanging(true)
  }
  const columns: Column<EnterpriseContact>[] = [
    { key: 'name', title: t('contactName'), render: (one) => one.name },
    { key: 'duty', title: t('duty'), render: (one) => one.duty },
    { key: 'telephone', title: t('telephone'), render: (one) => one.telephone, still: true },
    { key: 'email', title: t('email'), render: (one) => one.email },
  ]
  const actions = (
    <>
      {contacts.length > 0 && !full.data && (
        <ActionButton can={can} loading={full.isPending} onClick={() => full.mutate()}>
          {t('unmask')}
        </ActionButton>
      )}
      <ActionButton can={can} onClick={() => void change()}>
        {t('changeContacts')}
      </ActionButton>
    </>
  )
  return (
    <Section title={t('contacts')} about={t('contactsAbout')} actions={actions}>
      <ProblemAlert error={full.error} />
      {shown.length === 0 && <p>{t('noContacts')}</p>}
      {shown.length > 0 && <Rows label={t('contacts')} columns={columns} rows={shown} rowKey={(one) => `${one.name} ${one.telephone ?? ''} ${one.email ?? ''}`} />}
      {changing && full.data && (
        <ChangeContacts
          id={enterprise.id}
          etag={full.data.etag}
          contacts={full.data.data}
          onClose={() => {
            setChanging(false)
            full.reset()
          }}
        />
      )}
    </Section>
  )
}
