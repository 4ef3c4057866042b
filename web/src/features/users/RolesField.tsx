import type { OrganisationKind, Role } from '@/shared/api/types'
import { Choices } from '@/shared/controls/Choices'
import { useMe } from '@/shared/me/me'
import { nameOf } from '@/shared/words/common'
import { ROLES, fits, mayGrant } from './can'
import { users } from './words'

interface Props {
  id?: string
  value?: string[]
  onChange?: (value: string[]) => void
  kind: OrganisationKind | undefined
  /** Roles the person has: whoever may not give one may not take it away either. */
  had?: readonly Role[]
}

/** The roles that fit into an organisation; those the person may not give say so. */
export function RolesField({ kind, had = [], ...rest }: Props) {
  const t = users.use()
  const me = useMe()
  if (!kind) return <p className="about">{t('pickOrganisation')}</p>
  const options = ROLES.filter((role) => fits(role, kind) || had.includes(role)).map((role) => ({
    value: role,
    label: nameOf('role', role),
    ...(mayGrant(me, role) ? {} : { why: t('mayNotGrant') }),
  }))
  return <Choices {...rest} label={t('roles')} options={options} />
}
