import { api, good } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { Changes, Trial, type Shown } from '@/shared/drafts/Trial'
import { trialWords } from '@/shared/drafts/trialWords'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { nameOf } from '@/shared/words/common'
import { grouped } from '@/shared/words/values'
import { policyTrial } from './trialWords'

type Found = NonNullable<components['schemas']['PolicyTrial']['result']>

const all = async () => (await good(api.GET('/api/v1/policies', { params: { query: { all: true, limit: 200 } } }))).items
const source = async (id: string) => (await good(api.GET('/api/v1/policies/{id}', { params: { path: { id } } }))).source
const attempt = async (id: string, content: string) => good(api.POST('/api/v1/runs/{id}/policy-trial', { params: { path: { id } }, body: { content } }))

/** A policy being written: whom it would pay, and what it would cost. */
export function TrialPage() {
  return <Trial<Found> kind="policy" from="/entitlements" all={all} source={source} attempt={attempt} shown={Result} />
}

function Result({ result, scheme }: Shown<Found>) {
  const t = trialWords.use()
  const w = policyTrial.use()
  const { before, after } = result
  const money = (text: string | null | undefined) => (text ? t('yuan', { amount: grouped(text) }) : t('none'))
  const both = (was: string | number | null | undefined, now: string | number) => (was === undefined || was === null ? `${now}` : t('fromTo', { was, now }))
  return (
    <>
      <Section title={t('result')} about={result.note}>
        <Facts
          facts={[
            [t('on'), result.on],
            [nameOf('entitlement', 'entitled'), both(before?.entitled, after.entitled)],
            [nameOf('entitlement', 'officer-check'), both(before?.officer_check, after.officer_check)],
            [nameOf('entitlement', 'cannot-tell'), both(before?.cannot_tell, after.cannot_tell)],
            [nameOf('entitlement', 'not-entitled'), both(before?.not_entitled, after.not_entitled)],
            [w('claimed'), both(before && money(before.claimed), money(after.claimed))],
            [w('granted'), both(before && money(before.granted), money(after.granted))],
            [w('left'), both(before && money(before.left), money(after.left))],
            [t('gain'), t('counts.policy', { gain: result.gain, lose: result.lose })],
            [w('others'), both(money(result.others_before), money(result.others_after))],
          ]}
        />
      </Section>
      <Changes kind="policy" scheme={scheme} groups={result.groups} movers={result.movers} />
    </>
  )
}

export { TrialPage as Component }
