import type { components, operations } from './schema'

type Schemas = components['schemas']

export type Me = Schemas['Me']
export type User = Schemas['User']
export type Role = Schemas['RoleWord']
export type Organisation = Schemas['Organisation']
export type OrganisationKind = Schemas['KindWord']
export type Registration = Schemas['Registration']
export type Approval = Schemas['Approval']
export type Job = Schemas['Job']
export type Item = Schemas['Item']
export type Batch = Schemas['Batch']
export type Participant = Schemas['Participant']
export type ParticipantState = Schemas['ParticipantStateWord']
export type BatchItem = Schemas['BatchItem']
export type Attachment = Schemas['Attachment']
export type Filing = Schemas['FormBody']
export type FilingField = Schemas['FieldOfForm']
export type FilingCell = Schemas['Cell']
export type Objection = Schemas['Objection']
export type Policy = Schemas['Policy']
export type Entitlement = operations['list_entitlements']['responses'][200]['content']['application/json']['items'][number]
export type LoanProduct = Schemas['LoanProduct']
export type Offer = operations['list_offers']['responses'][200]['content']['application/json']['items'][number]
export type AwardList = Schemas['AwardList']
export type Award = Schemas['Award']
export type PaymentBatch = Schemas['PaymentBatch']
export type LedgerEntry = operations['list_ledger']['responses'][200]['content']['application/json']['items'][number]
export type AwardObjection = Schemas['AwardObjection']
export type Loan = Schemas['Loan']
export type LoanPage = Schemas['LoanPage']
export type LoanAction = Schemas['LoanActionWord']
export type LoanFigures = Schemas['LoanFigures']
export type RejectReason = Schemas['RejectReasonWord']
export type Consent = Schemas['Consent']
export type ConsentReading = operations['list_consent_readings']['responses'][200]['content']['application/json']['items'][number]
export type DisclosedPoints = Schemas['DisclosedPoints']
export type DisclosedOffers = Schemas['EnterpriseOffers']
export type Run = Schemas['Run']
export type RunResult = Schemas['RunResult']
export type Scheme = Schemas['Scheme']
export type PointsExplained = Schemas['PointsExplained']
export type IndicatorWhy = Schemas['IndicatorWhy']
export type PointsRow = Schemas['PointsRow']
export type PeersOfStage = Schemas['PeersOfStage']
export type PointsAmongPeers = Schemas['PointsAmongPeers']
export type YearOfPoints = Schemas['YearOfPoints']
export type WhatIf = Schemas['WhatIfBody']
export type Enterprise = Schemas['Enterprise']
export type EnterpriseDetail = Schemas['EnterpriseDetail']
export type EnterpriseContact = Schemas['EnterpriseContact']
export type EnterpriseLabel = Schemas['EnterpriseLabel']
export type EnterpriseStatus = Schemas['EnterpriseStatusWord']
export type ReportedValue = Schemas['ReportedValue']
export type CountedValue = Schemas['ValueBody']
export type ValueSource = Schemas['ValueSourceWord']
export type Import = Schemas['Import']
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
