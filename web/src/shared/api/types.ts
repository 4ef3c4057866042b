import type { components } from './schema'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type User = Schemas['User']
export type Role = Schemas['RoleWord']
export type Organisation = Schemas['Organisation']
export type OrganisationKind = Schemas['KindWord']
export type Registration = Schemas['Registration']
export type Approval = Schemas['Approval']
export type Job = Schemas['Job']
export type Invited = Schemas['Invited']

/** Whether a person was invited now; else it waits for a second person, who gets the link. */
export function isInvited(answer: object): answer is Invited {
  return 'link_expires_at' in answer
}

/** One page of a list, as every list answers. */
export interface Page<Row> {
  items: Row[]
  next?: string | null
  total: number
}
