import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Changes, Trial, type Shown } from '@/shared/drafts/Trial'
import { trialWords } from '@/shared/drafts/trialWords'
import type { Column } from '@/shared/table/columns'
import { Rows } from '@/shared/table/Rows'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { counted } from '@/shared/words/time'
import { grouped } from '@/shared/words/values'

type Found = NonNullable<components['schemas']['ProductTrial']['result']>
type Binding = Found['binding'][number]

const all = async () => (await good(api.GET('/api/v1/products', { params: { query: { all: true, limit: 200 } } }))).items
const source = async (id: string) => (await good(api.GET('/api/v1/products/{id}', { params: { path: { id } } }))).source
const attempt = async (id: string, content: string) => good(api.POST('/api/v1/runs/{id}/product-trial', { params: { path: { id } }, body: { content } }))

/** A loan product being written: who could borrow, and how much. */
export function TrialPage() {
  return <Trial<Found> kind="product" from="/offers" all={all} source={source} attempt={attempt} shown={Result} />
}

function Result({ result, scheme }: Shown<Found>) {
  const t = trialWords.use()
  const { before, after } = result
  const money = (text: string) => t('yuan', { amount: grouped(text) })
  const both = (was: string | number | null | undefined, now: string | number) => (was === undefined || was === null ? `${now}` : t('fromTo', { was, now }))
  const binding: Column<Binding>[] = [
    { key: 'name', title: t('cap'), render: (one) => one.name },
    { key: 'enterprises', title: t('enterprises'), render: (one) => counted(one.enterprises), number: true },
  ]
  return (
    <>
      <Section title={t('result')} about={result.note}>
        <Facts
          facts={[
            [t('on'), result.on],
            [nameOf('offer', 'eligible'), both(before?.eligible, after.eligible)],
            [nameOf('offer', 'bank-check'), both(before?.bank_check, after.bank_check)],
            [nameOf('offer', 'cannot-tell'), both(before?.cannot_tell, after.cannot_tell)],
            [nameOf('offer', 'not-eligible'), both(before?.not_eligible, after.not_eligible)],
            [t('limits'), both(before && money(before.limits), money(after.limits))],
            [t('highest'), both(before && money(before.highest), money(after.highest))],
            [t('gain'), t('counts.product', { gain: result.gain, lose: result.lose })],
          ]}
        />
      </Section>
      <Section title={t('binding')} about={t('bindingAbout')}>
        <Rows<Binding> label={t('binding')} columns={binding} rows={result.binding} rowKey={(one) => one.name} />
      </Section>
      <Changes kind="product" scheme={scheme} groups={result.groups} movers={result.movers} />
    </>
  )
}

export { TrialPage as Component }
