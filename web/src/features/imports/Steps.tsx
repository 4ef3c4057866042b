import { Steps } from 'antd'
import { imports } from './words'

/** Where an import is: file, header, check, result. */
export function ImportSteps({ at, failed = false }: { at: 0 | 1 | 2 | 3; failed?: boolean }) {
  const t = imports.use()
  const titles = [t('stepFile'), t('stepColumns'), t('stepPreview'), t('stepResult')]
  return (
    <nav aria-label={t('steps')} className="card">
      <Steps current={at} responsive size="small" status={failed ? 'error' : 'process'} items={titles.map((title) => ({ title }))} />
    </nav>
  )
}
