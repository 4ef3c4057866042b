import { policies } from './words'

/** Says of a policy that nobody issued it. */
export function Example({ official }: { official: boolean }) {
  const t = policies.use()
  return official ? null : <span className="badge badge-plain">{t('example')}</span>
}
