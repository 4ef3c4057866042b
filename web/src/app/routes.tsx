import type { QueryClient } from '@tanstack/react-query'
import { createBrowserRouter, redirect, type RouteObject } from 'react-router'
import { codeOf } from '@/shared/api/problem'
import { meQuery, useMe } from '@/shared/me/me'
import { Loading } from '@/shared/ui/Loading'
import { Failed, Forbidden, Missing } from './Failed'
import { menuOf, placeOf } from '@/shared/layout/menu'
import { Outlet, useLocation } from 'react-router'

/** Every page. What a person does not visit is not loaded. */
export function routes(client: QueryClient): RouteObject[] {
  return [
    { path: '/sign-in', lazy: () => import('@/features/signing-in/SignInPage'), errorElement: <Failed />, HydrateFallback: Loading },
    { path: '/sign-in/return', lazy: () => import('@/features/signing-in/ReturnPage'), errorElement: <Failed />, HydrateFallback: Loading },
    { path: '/accept', lazy: () => import('@/features/signing-in/AcceptPage'), errorElement: <Failed />, HydrateFallback: Loading },
    { path: '/register', lazy: () => import('@/features/registrations/ApplyPage'), errorElement: <Failed />, HydrateFallback: Loading },
    { path: '/wall', lazy: () => import('@/features/screen/WallPage'), errorElement: <Failed />, HydrateFallback: Loading },
    {
      // On a wall there is no menu.
      path: '/analysis/screen',
      loader: ({ request }) => signedIn(client, request),
      shouldRevalidate: () => false,
      lazy: () => import('@/features/screen/ScreenPage'),
      errorElement: <Failed />,
      HydrateFallback: Loading,
    },
    {
      path: '/',
      loader: ({ request }) => signedIn(client, request),
      // Whoever is signed in stays so while going from page to page; the server is asked by each page anyway.
      shouldRevalidate: () => false,
      lazy: async () => ({ Component: (await import('./Shell')).Shell }),
      errorElement: <Failed />,
      HydrateFallback: Loading,
      children: [
        { index: true, lazy: () => import('@/features/home/HomePage') },
        {
          element: <Allowed />,
          children: [
            { path: 'batches', lazy: () => import('@/features/batches/BatchesPage') },
            { path: 'batches/:id', lazy: () => import('@/features/batches/BatchPage') },
            { path: 'batches/:id/groups', lazy: () => import('@/features/batches/GroupsPage') },
            { path: 'batches/:id/items', lazy: () => import('@/features/batches/ItemsPage') },
            { path: 'filings', lazy: () => import('@/features/filings/FilingsPage') },
            { path: 'filings/:id', lazy: () => import('@/features/filings/FilingPage') },
            { path: 'reviews', lazy: () => import('@/features/reviews/ReviewsPage') },
            { path: 'objections', lazy: () => import('@/features/objections/ObjectionsPage') },
            { path: 'runs', lazy: () => import('@/features/runs/RunsPage') },
            { path: 'runs/:id', lazy: () => import('@/features/runs/RunPage') },
            { path: 'points', lazy: () => import('@/features/points/PointsPage') },
            { path: 'points/lookup', lazy: () => import('@/features/points/LookUpPage') },
            { path: 'analysis', lazy: () => import('@/features/analysis/DistributionPage') },
            { path: 'analysis/pivot', lazy: () => import('@/features/analysis/PivotPage') },
            { path: 'analysis/movements', lazy: () => import('@/features/analysis/MovementsPage') },
            { path: 'analysis/indicators', lazy: () => import('@/features/analysis/IndicatorsPage') },
            { path: 'analysis/robustness', lazy: () => import('@/features/analysis/RobustnessPage') },
            { path: 'analysis/validity', lazy: () => import('@/features/analysis/ValidityPage') },
            { path: 'schemes', lazy: () => import('@/features/schemes/SchemesPage') },
            { path: 'schemes/view', lazy: () => import('@/features/schemes/SchemePage') },
            { path: 'schemes/drafts/:id', lazy: () => import('@/features/schemes/DraftPage') },
            { path: 'my-points', lazy: () => import('@/features/points/OwnPointsPage') },
            ...['points', 'my-points'].flatMap((base): RouteObject[] => [
              { path: `${base}/:id`, lazy: () => import('@/features/points/EnterprisePointsPage') },
              { path: `${base}/:id/what-if`, lazy: () => import('@/features/points/WhatIfPage') },
              { path: `${base}/:id/portrait`, lazy: () => import('@/features/portraits/PortraitPage') },
            ]),
            { path: 'notices', lazy: () => import('@/features/notices/NoticesPage') },
            { path: 'users', lazy: () => import('@/features/users/UsersPage') },
            { path: 'organisations', lazy: () => import('@/features/organisations/OrganisationsPage') },
            { path: 'registrations', lazy: () => import('@/features/registrations/RegistrationsPage') },
            { path: 'enterprises', lazy: () => import('@/features/enterprises/EnterprisesPage') },
            { path: 'enterprises/:id', lazy: () => import('@/features/enterprises/EnterprisePage') },
            { path: 'imports', lazy: () => import('@/features/imports/ImportsPage') },
            { path: 'imports/new', lazy: () => import('@/features/imports/NewImportPage') },
            { path: 'imports/:id', lazy: () => import('@/features/imports/ImportPage') },
            { path: 'conflicts', lazy: () => import('@/features/conflicts/ConflictsPage') },
            { path: 'quality', lazy: () => import('@/features/quality/QualityPage') },
            { path: 'approvals', lazy: () => import('@/features/approvals/ApprovalsPage') },
            { path: 'library', lazy: () => import('@/features/library/LibraryPage') },
            { path: 'library/list', lazy: () => import('@/features/library/ListPage') },
            { path: 'library/titles/:list?', lazy: () => import('@/features/library/TitlesPage') },
            { path: 'library/enterprises/:id', lazy: () => import('@/features/library/LadderPage') },
            { path: 'my-ladder', lazy: () => import('@/features/library/OwnLadderPage') },
            { path: 'policies', lazy: () => import('@/features/policies/PoliciesPage') },
            { path: 'entitlements/trial', lazy: () => import('@/features/policies/TrialPage') },
            { path: 'rule-drafts', lazy: () => import('@/features/rules/RulesPage') },
            { path: 'rule-drafts/:id', lazy: () => import('@/features/rules/RulePage') },
            { path: 'policies/:id/apply', lazy: () => import('@/features/applications/ApplyPage') },
            { path: 'policy-applications', lazy: () => import('@/features/applications/ApplicationsPage') },
            { path: 'policy-applications/:id', lazy: () => import('@/features/applications/ApplicationPage') },
            { path: 'policies/:id', lazy: () => import('@/features/policies/PolicyPage') },
            { path: 'entitlements', lazy: () => import('@/features/policies/MatchingPage') },
            { path: 'entitlements/list', lazy: () => import('@/features/policies/EntitlementsPage') },
            { path: 'my-policies', lazy: () => import('@/features/policies/OwnPoliciesPage') },
            { path: 'products', lazy: () => import('@/features/products/ProductsPage') },
            { path: 'products/:id', lazy: () => import('@/features/products/ProductPage') },
            { path: 'offers', lazy: () => import('@/features/products/OfferingPage') },
            { path: 'offers/trial', lazy: () => import('@/features/products/TrialPage') },
            { path: 'offers/list', lazy: () => import('@/features/products/OffersPage') },
            { path: 'my-offers', lazy: () => import('@/features/products/OwnOffersPage') },
            { path: 'loans', lazy: () => import('@/features/loans/LoansPage') },
            { path: 'loans/:id', lazy: () => import('@/features/loans/LoanPage') },
            { path: 'loans/:id/review', lazy: () => import('@/features/loans/ReviewPage') },
            { path: 'recommendations', lazy: () => import('@/features/points/RecommendationsPage') },
            { path: 'scorecards', lazy: () => import('@/features/scorecards/ScorecardsPage') },
            { path: 'scorecards/:id', lazy: () => import('@/features/scorecards/ScorecardPage') },
            { path: 'loan-figures', lazy: () => import('@/features/loans/FiguresPage') },
            { path: 'consents', lazy: () => import('@/features/consents/ConsentsPage') },
            { path: 'consents/:id', lazy: () => import('@/features/consents/ConsentPage') },
            { path: 'consent-readings', lazy: () => import('@/features/consents/ReadingsPage') },
            { path: 'calculator', lazy: () => import('@/features/products/CalculatorPage') },
            { path: 'award-lists', lazy: () => import('@/features/awards/ListsPage') },
            { path: 'award-lists/:id', lazy: () => import('@/features/awards/ListPage') },
            { path: 'payments', lazy: () => import('@/features/awards/PaymentsPage') },
            { path: 'payments/:id', lazy: () => import('@/features/awards/PaymentPage') },
            { path: 'award-ledger', lazy: () => import('@/features/awards/LedgerPage') },
            { path: 'tasks', lazy: () => import('@/features/tasks/TasksPage') },
            { path: 'audit', lazy: () => import('@/features/audit/AuditPage') },
            { path: 'audit/head', lazy: () => import('@/features/audit/HeadPage') },
            { path: 'jobs', lazy: () => import('@/features/jobs/JobsPage') },
            { path: 'backups', lazy: () => import('@/features/backups/BackupsPage') },
            { path: 'me', lazy: () => import('@/features/profile/ProfilePage') },
            { path: 'me/sessions', lazy: () => import('@/features/profile/SessionsPage') },
            { path: 'funds', lazy: () => import('@/features/funds/FundsPage') },
            { path: 'fund-entries', lazy: () => import('@/features/funds/EntriesPage') },
            { path: 'prospects', lazy: () => import('@/features/consents/ProspectsPage') },
            { path: 'loan-alerts', lazy: () => import('@/features/loans/AlertsPage') },
            { path: 'webhooks', lazy: () => import('@/features/webhooks/WebhooksPage') },
            { path: 'me/tokens', lazy: () => import('@/features/profile/TokensPage') },
            { path: 'help', lazy: () => import('@/features/help/HelpPage') },
            { path: '*', element: <Missing /> },
          ],
        },
      ],
    },
  ]
}

async function signedIn(client: QueryClient, request: Request): Promise<Response | null> {
  try {
    await client.ensureQueryData(meQuery)
    return null
  } catch (error) {
    if (codeOf(error) !== 'not-signed-in') throw error
    const { pathname, search } = new URL(request.url)
    return redirect(pathname === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(pathname + search)}`)
  }
}

/** A page whose place is not in the person's menu is not for them. The server decides; this only says it kindly. */
function Allowed() {
  const me = useMe()
  const place = placeOf(useLocation().pathname)
  const open = !place || menuOf(me).some((group) => group.places.some(({ to }) => to === place.to))
  return open ? <Outlet /> : <Forbidden />
}

export function router(client: QueryClient) {
  return createBrowserRouter(routes(client))
}
