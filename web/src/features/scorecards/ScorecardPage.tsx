import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { Scorecard } from '@/shared/api/types'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { Prose } from '@/shared/ui/Prose'
import { scorecards } from './words'

type Grade = Scorecard['grades'][number]

/** One scorecard: for which products, its grades, how it scores, and the rule file it is. */
export function ScorecardPage() {
  const t = scorecards.use()
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['scorecards', 'one', id],
    queryFn: ({ signal }) => good(api.GET('/api/v1/scorecards/{id}', { params: { path: { id } }, signal })),
  })
  const card = found.data
  if (!card) {
    return (
      <Page title={t('title')}>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.isPending && <Loading />}
      </Page>
    )
  }
  const facts: [string, ReactNode][] = [
    [t('bank'), card.bank],
    [t('products'), card.products.join('、')],
    [t('required'), card.own ? t(card.required ? 'must' : 'may') : t('example')],
    [t('most'), card.most],
    [t('reads'), card.reads.join('、')],
    [t('time'), card.until ? t('fromTo', { from: card.from, until: card.until }) : t('from', { from: card.from })],
    ...(card.basis.length > 0 ? ([[t('basis'), card.basis.join('；')]] as [string, ReactNode][]) : []),
    ...(card.remarks.length > 0 ? ([[t('remarks'), card.remarks.join(' ')]] as [string, ReactNode][]) : []),
    [t('version'), <span key="version">{card.version} <Example official={card.official} /></span>],
  ]
  const grades: Column<Grade>[] = [
    { key: 'code', title: t('grade'), render: (one) => `${one.code} ${one.name}`, still: true },
    { key: 'least', title: t('atLeast'), render: (one) => one.at_least, number: true },
    { key: 'share', title: t('share'), render: (one) => one.share_percent, number: true },
  ]
  return (
    <Page title={card.name} about={card.note} actions={<Link className="action-link" to="/scorecards">{t('back')}</Link>}>
      <Section title={t('facts')}>
        <Facts facts={facts} />
      </Section>
      <Section title={t('grades')}>
        <Rows<Grade> label={t('grades')} columns={grades} rows={card.grades} rowKey={({ code }) => code} />
      </Section>
      <Section title={t('text')}>
        <Prose text={card.text} />
      </Section>
      <section className="card">
        <details>
          <summary>{t('source')}</summary>
          <pre className="code">{card.source}</pre>
        </details>
      </section>
    </Page>
  )
}

export { ScorecardPage as Component }
