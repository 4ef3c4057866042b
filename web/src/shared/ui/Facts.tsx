import type { ReactNode } from 'react'
import { common } from '@/shared/words/common'

/** Names and values, as a list for readers of the page and of its markup alike. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  const c = common.use()
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? c('none') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
