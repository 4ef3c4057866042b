import { writing } from './words'
import type { Judgement } from './writing'

interface Props {
  judged: Judgement
  checking: boolean
  /** Its own file; problems may lie in one it refers to. */
  file: string
  onLine: (line: number) => void
}

/** Everything wrong with what is written, each leading to its place. */
export function Problems({ judged: { problems, sound }, checking, file, onLine }: Props) {
  const t = writing.use()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const said = checking ? t('checking') : sound ? t('sound') : t('problems', { count: errors })
  return (
    <div className={`scheme-problems ${sound ? 'scheme-sound' : 'scheme-unsound'}`}>
      <p role="status">
        <strong>{said}</strong>
        {warnings > 0 && !checking && ` · ${t('warnings', { count: warnings })}`}
        {!sound && !checking && <span className="quiet"> {t('problemsAbout')}</span>}
      </p>
      {problems.length > 0 && (
        <ul className="plain-list">
          {problems.slice(0, 20).map((one) => (
            <li key={`${one.file}:${one.line}:${one.column}:${one.code}`}>
              {one.file === file ? (
                <button type="button" className="link-button" onClick={() => onLine(one.line)}>
                  {t('at', { line: one.line })}
                </button>
              ) : (
                t('elsewhere', { file: one.file, line: one.line })
              )}{' '}
              {one.severity === 'warning' && `${t('warning')}: `}
              {one.message}
              {one.hint && <small> {one.hint}</small>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
