import { uiWords } from './words'

/** Says of a policy or product that nobody issued it. */
export function Example({ official }: { official: boolean }) {
  const t = uiWords.use()
  return official ? null : <span className="badge badge-plain">{t('example')}</span>
}
