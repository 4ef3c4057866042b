import { common } from '@/shared/words/common'

/** While something is on its way. */
export function Loading() {
  const c = common.use()
  return (
    <div className="loading" role="status">
      {c('loading')}
    </div>
  )
}
