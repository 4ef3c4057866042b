import type { Me } from '@/shared/api/types'
import { may } from '@/shared/me/me'
import type { layoutWords } from './words'

type Key = keyof typeof layoutWords.zh

/** One place in the menu. */
export interface Place {
  to: string
  label: Key
  about: Key
  /** Any of these permissions opens it; none: everybody. */
  needs: readonly string[]
  /** Hidden when one of these is there, because another entry serves better. */
  unless?: readonly string[]
}

export interface Group {
  label: Key
  places: readonly Place[]
}

/** Everything there is, in order. A place is shown to whoever holds a permission it needs. */
export const MENU: readonly Group[] = [
  {
    label: 'group.evaluation',
    places: [
      { to: '/batches', label: 'batches', about: 'batchesAbout', needs: ['batch:list'] },
      { to: '/filings', label: 'filings', about: 'filingsAbout', needs: ['filing:write'] },
      { to: '/reviews', label: 'reviews', about: 'reviewsAbout', needs: ['filing:queue'] },
      { to: '/objections', label: 'objections', about: 'objectionsAbout', needs: ['objection:list'] },
      { to: '/runs', label: 'runs', about: 'runsAbout', needs: ['run:list'] },
      { to: '/points', label: 'points', about: 'pointsAbout', needs: ['points:list'] },
      { to: '/analysis', label: 'analysis', about: 'analysisAbout', needs: ['run:analyse'] },
      { to: '/schemes', label: 'schemes', about: 'schemesAbout', needs: ['scheme:review'] },
      { to: '/my-points', label: 'ownPoints', about: 'ownPointsAbout', needs: ['points:read'], unless: ['points:list'] },
    ],
  },
  {
    label: 'group.data',
    places: [
      { to: '/enterprises', label: 'enterprises', about: 'enterprisesAbout', needs: ['enterprise:list'] },
      { to: '/imports', label: 'imports', about: 'importsAbout', needs: ['import:list'] },
      { to: '/conflicts', label: 'conflicts', about: 'conflictsAbout', needs: ['value:conflicts'] },
      { to: '/quality', label: 'quality', about: 'qualityAbout', needs: ['quality:read'] },
    ],
  },
  {
    label: 'group.work',
    places: [
      { to: '/library', label: 'library', about: 'libraryAbout', needs: ['library:read'] },
      { to: '/my-ladder', label: 'ownLadder', about: 'ownLadderAbout', needs: ['ladder:read'], unless: ['library:read'] },
      { to: '/tasks', label: 'tasks', about: 'tasksAbout', needs: ['task:list'] },
    ],
  },
  {
    label: 'group.policies',
    places: [
      { to: '/policies', label: 'policies', about: 'policiesAbout', needs: ['policy:list'] },
      { to: '/rule-drafts', label: 'ruleDrafts', about: 'ruleDraftsAbout', needs: ['rules:review'], unless: ['disclosure:read'] },
      { to: '/entitlements', label: 'entitlements', about: 'entitlementsAbout', needs: ['entitlement:list'] },
      { to: '/policy-applications', label: 'applications', about: 'applicationsAbout', needs: ['policy-application:list'], unless: ['policy-application:apply'] },
      { to: '/award-lists', label: 'awardLists', about: 'awardListsAbout', needs: ['award-list:list'] },
      { to: '/payments', label: 'payments', about: 'paymentsAbout', needs: ['payment:list'] },
      { to: '/award-ledger', label: 'ledger', about: 'ledgerAbout', needs: ['ledger:list'], unless: ['award:confirm'] },
      { to: '/my-policies', label: 'ownPolicies', about: 'ownPoliciesAbout', needs: ['entitlement:read'], unless: ['entitlement:list'] },
      { to: '/policy-applications', label: 'ownApplications', about: 'ownApplicationsAbout', needs: ['policy-application:apply'] },
    ],
  },
  {
    label: 'group.finance',
    places: [
      { to: '/products', label: 'products', about: 'productsAbout', needs: ['product:list'] },
      { to: '/rule-drafts', label: 'productDrafts', about: 'productDraftsAbout', needs: ['disclosure:read'] },
      { to: '/offers', label: 'offers', about: 'offersAbout', needs: ['offer:list'] },
      { to: '/my-offers', label: 'ownOffers', about: 'ownOffersAbout', needs: ['offer:read'], unless: ['offer:list'] },
      { to: '/loans', label: 'ownLoans', about: 'ownLoansAbout', needs: ['loan:apply'] },
      { to: '/loans', label: 'loans', about: 'loansAbout', needs: ['loan:list'], unless: ['loan:apply'] },
      { to: '/scorecards', label: 'scorecards', about: 'scorecardsAbout', needs: ['scorecard:list'] },
      { to: '/loan-figures', label: 'loanFigures', about: 'loanFiguresAbout', needs: ['loan:list'], unless: ['loan:apply'] },
      { to: '/recommendations', label: 'recommendations', about: 'recommendationsAbout', needs: ['recommendation:list'] },
      { to: '/funds', label: 'funds', about: 'fundsAbout', needs: ['fund:list'] },
      { to: '/fund-entries', label: 'fundEntries', about: 'fundEntriesAbout', needs: ['fund-entry:list'] },
      { to: '/consents', label: 'ownConsents', about: 'ownConsentsAbout', needs: ['consent:grant'] },
      { to: '/consents', label: 'bankConsents', about: 'bankConsentsAbout', needs: ['disclosure:read'] },
      { to: '/consents', label: 'consents', about: 'consentsAbout', needs: ['consent:list'], unless: ['consent:grant', 'disclosure:read'] },
      { to: '/consent-readings', label: 'readings', about: 'readingsAbout', needs: ['consent-reading:list'] },
      { to: '/prospects', label: 'prospects', about: 'prospectsAbout', needs: ['prospect:list'] },
      { to: '/loan-alerts', label: 'loanAlerts', about: 'loanAlertsAbout', needs: ['loan-alert:list'] },
      { to: '/webhooks', label: 'webhooks', about: 'webhooksAbout', needs: ['webhook:list'] },
      { to: '/calculator', label: 'calculator', about: 'calculatorAbout', needs: ['product:read'] },
    ],
  },
  {
    label: 'group.people',
    places: [
      { to: '/registrations', label: 'registrations', about: 'registrationsAbout', needs: ['registration:decide'] },
      { to: '/registrations', label: 'registrationsRead', about: 'registrationsReadAbout', needs: ['registration:list'], unless: ['registration:decide'] },
      { to: '/organisations', label: 'organisations', about: 'organisationsAbout', needs: ['organisation:list'] },
      { to: '/users', label: 'users', about: 'usersAbout', needs: ['user:list'] },
      { to: '/approvals', label: 'approvals', about: 'approvalsAbout', needs: ['approval:list'] },
    ],
  },
  {
    label: 'group.system',
    places: [
      { to: '/audit', label: 'audit', about: 'auditAbout', needs: ['audit:list'] },
      { to: '/audit/head', label: 'auditCheck', about: 'auditCheckAbout', needs: ['audit:head'] },
      { to: '/backups', label: 'backups', about: 'backupsAbout', needs: ['backup:make'] },
      { to: '/jobs', label: 'jobs', about: 'jobsAbout', needs: ['job:list'] },
    ],
  },
  {
    label: 'group.mine',
    places: [
      { to: '/notices', label: 'notices', about: 'noticesAbout', needs: ['notice:list'] },
      { to: '/me', label: 'profile', about: 'profileAbout', needs: [] },
      { to: '/me/sessions', label: 'sessions', about: 'sessionsAbout', needs: [] },
      { to: '/me/tokens', label: 'tokens', about: 'tokensAbout', needs: [] },
      { to: '/help', label: 'help', about: 'helpAbout', needs: [] },
    ],
  },
]

/** The menu of a person. */
export function menuOf(me: Me): Group[] {
  const open = (place: Place) =>
    (place.needs.length === 0 || place.needs.some((name) => may(me, name))) && !place.unless?.some((name) => may(me, name))
  return MENU.map((group) => ({ ...group, places: group.places.filter(open) })).filter((group) => group.places.length > 0)
}

/** The place an address belongs to: the longest that it begins with; of several the one in the person's own menu. */
export function placeOf(path: string, me?: Me): Place | undefined {
  const all = [...(me ? menuOf(me) : []), ...MENU].flatMap((group) => group.places)
  const here = all.filter(({ to }) => path === to || path.startsWith(`${to}/`))
  return here.sort((one, other) => other.to.length - one.to.length)[0]
}
