import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Choice } from '@/shared/controls/Choice'
import { may, useMe } from '@/shared/me/me'
import { publishedQuery } from '@/shared/points/published'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Empty } from '@/shared/ui/Empty'
import { Example } from '@/shared/ui/Example'
import { Facts } from '@/shared/ui/Facts'
import { Loading } from '@/shared/ui/Loading'
import { Page, Section } from '@/shared/ui/Page'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'
import { products } from './words'

type Offering = components['schemas']['OfferingOfRun']
type Offered = Offering['products'][number]

/** What every product on the shelf offers everybody of a published year. */
export function OfferingPage() {
  const t = products.use()
  const me = useMe()
  const [address, setAddress] = useSearchParams()
  const published = useQuery(publishedQuery)
  const run = address.get('run') ?? published.data?.[0]?.run.id
  const on = address.get('on') ?? ''
  const found = useQuery({
    queryKey: ['products', 'offering', run, on],
    queryFn: ({ signal }) =>
      good(api.GET('/api/v1/runs/{id}/products', { params: { path: { id: run ?? '' }, query: on ? { on } : {} }, signal })),
    enabled: run !== undefined,
  })
  if (published.data?.length === 0) {
    return (
      <Page title={t('offering')}>
        <Empty title={t('noRuns')} about={t('noRunsAbout')} />
      </Page>
    )
  }
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(address)
    if (value) next.set(name, value)
    else next.delete(name)
    setAddress(next)
  }
  const options = (published.data ?? []).map(({ run: one, batch }) => ({ value: one.id, label: batch.title }))
  return (
    <Page title={t('offering')} about={t('offeringAbout')} actions={may(me, 'product:try') && <Link to="/offers/trial">{t('trial')}</Link>}>
      <div className="card search">
        <label>
          <span>{t('run')}</span>
          <Choice aria-label={t('run')} value={run ?? ''} options={options} onChange={(value) => set('run', value ?? '')} always />
        </label>
        <label>
          <span>{t('on')}</span>
          <Input type="date" aria-label={t('on')} value={on || found.data?.on || ''} onChange={(event) => set('on', event.target.value)} />
        </label>
      </div>
      <ProblemAlert error={found.error ?? published.error} onRetry={() => void found.refetch()} />
      {(found.isPending || published.isPending) && <Loading />}
      {found.data && run && <Found offering={found.data} run={run} on={on} />}
    </Page>
  )
}

function Found({ offering, run, on }: { offering: Offering; run: string; on: string }) {
  const t = products.use()
  const count = (word: string, of: (one: Offered) => number): Column<Offered> => ({
    key: word,
    title: nameOf('offer', word),
    number: true,
    render: (one) => {
      const to = new URLSearchParams({ run, product: one.code, standing: word, ...(on && { on }) })
      return of(one) > 0 ? <Link to={`/offers/list?${to.toString()}`}>{counted(of(one))}</Link> : '0'
    },
  })
  const columns: Column<Offered>[] = [
    {
      key: 'product',
      title: t('product'),
      render: (one) => (
        <>
          <Link to={`/products/${one.code}`}>{one.name}</Link> <Example official={one.official} />
        </>
      ),
    },
    { key: 'bank', title: t('bank'), render: (one) => one.bank },
    count('eligible', (one) => one.eligible),
    count('bank-check', (one) => one.bank_check),
    count('cannot-tell', (one) => one.cannot_tell),
    count('not-eligible', (one) => one.not_eligible),
    { key: 'limits', title: t('limits'), render: (one) => grouped(one.limits), number: true },
    { key: 'highest', title: t('highest'), render: (one) => grouped(one.highest), number: true },
  ]
  return (
    <>
      <Section title={t('facts')} about={offering.note}>
        <Facts
          facts={[
            [t('enterprises'), counted(offering.enterprises)],
            [t('reached'), t('count', { count: counted(offering.reached) })],
            [
              t('code'),
              <span key="code">
                <code>{offering.code.slice(0, 16)}</code> <small>{t('codeHelp')}</small>
              </span>,
            ],
          ]}
        />
      </Section>
      <Section title={t('table')}>
        <Rows<Offered> label={t('table')} columns={columns} rows={offering.products} rowKey={(one) => one.code} />
        {offering.left_out.length > 0 && <p className="about">{t('leftOut', { names: offering.left_out.join('；') })}</p>}
      </Section>
    </>
  )
}

export { OfferingPage as Component }
