import type { Me, OrganisationKind, Role, User } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { users } from './words'

// The server decides (crates/server/src/permissions.rs: role_fits, may_grant; users.rs: found_other). These copies say
// beforehand what it would say, so that nobody fills in a form in vain.
const OF_SECURITY: readonly Role[] = ['auditor', 'system-administrator', 'security-administrator', 'centre-officer']

const PLACES: Record<Role, readonly OrganisationKind[]> = {
  'centre-officer': ['centre'],
  'zone-administrator': ['zone', 'department'],
  'data-reviewer': ['zone', 'department'],
  'rule-author': ['centre', 'zone', 'department'],
  publisher: ['centre', 'zone', 'department'],
  'policy-officer': ['centre', 'zone', 'department'],
  'bank-officer': ['bank'],
  'enterprise-user': ['enterprise'],
  auditor: ['centre', 'zone'],
  'system-administrator': ['centre', 'zone'],
  'security-administrator': ['centre', 'zone'],
}

export const ROLES = Object.keys(PLACES) as Role[]

export function fits(role: Role, kind: OrganisationKind): boolean {
  return PLACES[role].includes(kind)
}

export function mayGrant(me: Me, role: Role): boolean {
  return me.roles.includes('security-administrator') || !OF_SECURITY.includes(role)
}

/** What may be done to a person, and why not. */
export const userCan = {
  invite: (me: Me): Can => unless(may(me, 'user:invite') ? null : common.say('notAllowed')),
  change: (me: Me, user: User): Can => administered(me, user, 'user:change'),
  disable: (me: Me, user: User): Can => administered(me, user, 'user:change'),
  enable: (me: Me, user: User): Can => administered(me, user, 'user:change'),
  reset: (me: Me, user: User): Can =>
    administered(me, user, 'user:reset', user.state === 'disabled' ? users.say('whyDisabled') : null),
  signOut: (me: Me, user: User): Can =>
    administered(me, user, 'user:change', user.signed_in_at ? null : users.say('whyNotSignedIn')),
}

function administered(me: Me, user: User, permission: string, further: string | null = null): Can {
  return unless(
    may(me, permission) ? null : common.say('notAllowed'),
    user.id === me.id ? users.say('whySelf') : null,
    user.roles.every((role) => mayGrant(me, role)) ? null : users.say('whyRole'),
    further,
  )
}
