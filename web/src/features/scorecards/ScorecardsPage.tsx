import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Scorecard } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Example } from '@/shared/ui/Example'
import { Loading } from '@/shared/ui/Loading'
import { Page } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { scorecards } from './words'

/** The scorecards of the reader's bank, and examples to be copied. */
export function ScorecardsPage() {
  const t = scorecards.use()
  const found = useQuery({ queryKey: ['scorecards', 'all'], queryFn: ({ signal }) => good(api.GET('/api/v1/scorecards', { signal })) })
  const columns: Column<Scorecard>[] = [
    { key: 'name', title: t('name'), render: (one) => <Link to={`/scorecards/${one.code}`}>{one.name}</Link> },
    { key: 'products', title: t('products'), render: (one) => one.products.join('、') },
    { key: 'bank', title: t('bank'), render: (one) => one.bank },
    { key: 'required', title: t('required'), render: (one) => (one.own ? t(one.required ? 'must' : 'may') : t('example')) },
    { key: 'time', title: t('time'), render: (one) => (one.until ? t('fromTo', { from: one.from, until: one.until }) : t('from', { from: one.from })), still: true },
    { key: 'version', title: t('version'), render: (one) => <span>{one.version} <Example official={one.official} /></span> },
  ]
  return (
    <Page title={t('title')} about={t('about')} actions={<Link className="action-link" to="/rule-drafts">{t('write')}</Link>}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Loading />}
      {found.data?.length === 0 && <Empty title={t('none')} about={t('noneAbout')} />}
      {found.data && found.data.length > 0 && (
        <section className="card">
          <Rows<Scorecard> label={t('title')} columns={columns} rows={found.data} rowKey={({ code }) => code} />
        </section>
      )}
    </Page>
  )
}

export { ScorecardsPage as Component }
