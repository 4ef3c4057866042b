import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { loanAlerts } from './alertsWords'

type Alert = components['schemas']['LoanAlert']

/** What a bank should look at of enterprises it has lent to. */
export function AlertsPage() {
  const t = loanAlerts.use()
  const found = useQuery({ queryKey: ['loan-alerts'], queryFn: ({ signal }) => good(api.GET('/api/v1/loan-alerts', { signal })), staleTime: 60_000 })
  const what = (one: Alert) => {
    if (one.title) return t('until', { title: one.title, until: one.until ?? '' })
    const year = one.year ?? 0
    return one.after ? t('fell', { year, before: one.before ?? '', after: one.after }) : t('withheld', { year, before: one.before ?? '' })
  }
  const columns: Column<Alert>[] = [
    { key: 'name', title: t('enterprise'), render: (one) => one.name },
    { key: 'code', title: t('creditCode'), render: (one) => <code>{one.credit_code}</code>, hidden: true },
    { key: 'kind', title: t('kind'), render: (one) => <span className="badge badge-wait">◔ {t(`kind.${one.kind}`)}</span>, still: true },
    { key: 'what', title: t('what'), render: what },
    {
      key: 'loans',
      title: t('loans'),
      render: (one) => (
        <span className="badges">
          {one.loan_ids.map((id, index) => (
            <Link key={id} to={`/loans/${id}`} aria-label={`${one.name} ${t(`kind.${one.kind}`)} ${t('loan', { number: index + 1 })}`}>
              {t('loan', { number: index + 1 })}
            </Link>
          ))}
        </span>
      ),
    },
  ]
  const told = found.data
  return (
    <Page title={t('title')} about={t('about')}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {told && (
        <>
          <Section title={t('facts')} {...(told.unwatched > 0 && { about: t('unwatchedHelp') })}>
            <Facts
              facts={[
                [t('watched'), t('count', { count: told.watched })],
                [t('unwatched'), t('count', { count: told.unwatched })],
              ]}
            />
          </Section>
          <Section title={t('kind')}>
            {told.alerts.length === 0 ? (
              <p className="about">{t('none')}</p>
            ) : (
              <Rows<Alert> label={t('title')} columns={columns} rows={told.alerts} rowKey={(one) => `${one.enterprise_id} ${one.kind} ${one.title ?? ''}`} />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

export { AlertsPage as Component }
