import type { Me, Organisation, OrganisationKind } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { organisations } from './words'

// The server decides (crates/store: OrganisationKind::may_stand_under; crates/server/src/organisations/close.rs).
const BELOW: Record<OrganisationKind, readonly OrganisationKind[]> = {
  centre: ['zone', 'bank'],
  zone: ['department', 'bank', 'enterprise'],
  department: [],
  bank: [],
  enterprise: [],
}

/** What may stand below an organisation. */
export function kindsBelow(kind: OrganisationKind): readonly OrganisationKind[] {
  return BELOW[kind]
}

/** Whether an organisation of this kind has a credit code. */
export function needsCode(kind: string | undefined): boolean {
  return kind === 'enterprise' || kind === 'bank'
}

export const organisationCan = {
  /** Asking for what lies above one's own reach would be refused, and written down as an attempt. */
  seeParent: (me: Me, organisation: Organisation): boolean =>
    me.organisation.kind === 'centre' || (organisation.kind !== 'zone' && (me.organisation.kind === 'zone' || me.organisation.kind === 'department')),
  open: (me: Me): Can => unless(may(me, 'organisation:open') ? null : common.say('notAllowed')),
  rename: (me: Me): Can => unless(may(me, 'organisation:open') ? null : common.say('notAllowed')),
  close: (me: Me, organisation: Organisation): Can =>
    unless(
      may(me, 'organisation:close') ? null : common.say('notAllowed'),
      organisation.id === me.organisation.id || organisation.kind === 'centre' ? organisations.say('whyOwn') : null,
    ),
}
