import { Link } from 'react-router'
import { branches, type Library, type Rung } from './verdict'
import { library } from './words'

/** The ladder with numbers, branch by branch; every number leads to its list. */
export function Rungs({ library: shown }: { library: Library }) {
  return (
    <div className="ladder-branches">
      {branches(shown.rungs).map((branch) => (
        <ol className="ladder-branch" key={branch[0]?.rung}>
          {branch.map((rung) => (
            <li key={rung.rung}>
              <RungCard rung={rung} shown={shown} />
            </li>
          ))}
        </ol>
      ))}
    </div>
  )
}

function RungCard({ rung, shown }: { rung: Rung; shown: Library }) {
  const t = library.use()
  const query = new URLSearchParams({ run: shown.run_id, rung: rung.rung, on: shown.on, ...(shown.review && { review: 'true' }) })
  const to = (list: string, more: Record<string, string> = {}) => `/library/list?${query}&list=${list}${plus(more)}`
  return (
    <article className="ladder-card">
      <h3>{rung.name}</h3>
      <p className="badges">
        {!rung.official && <span className="badge badge-wait">{t('illustrative')}</span>}
        {rung.place && <span className="badge">{rung.place}</span>}
      </p>
      <dl className="ladder-counts">
        <Count label={t('recognised')} to={to('recognised')} count={rung.recognised} strong />
        <Count label={t('hopeful')} to={to('all', { verdict: 'meets' })} count={rung.meets + rung.promising} strong />
        <Count label={t('candidates')} to={to('candidates')} count={rung.candidates} />
        <Count label={t('near')} to={to('near', { n: '1' })} count={rung.near[0] ?? 0} />
        <Count label={t('nearTwo')} to={to('near', { n: '2' })} count={(rung.near[0] ?? 0) + (rung.near[1] ?? 0)} />
        <Count label={t('needsData')} to={to('cannot-tell')} count={rung.needs_data} />
        <Count label={t('atRisk')} to={to('at-risk')} count={rung.at_risk} />
      </dl>
      <details>
        <summary>{t('seeRules')}</summary>
        <p>
          {rung.version} · {rung.from}
          {rung.until && ` → ${rung.until}`}
        </p>
        {rung.basis.map((basis) => (
          <p key={basis.title}>
            {basis.title}
            {basis.number && `（${basis.number}）`}
            {basis.article && ` ${basis.article}`}
          </p>
        ))}
        {rung.remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </details>
    </article>
  )
}

function plus(more: Record<string, string>): string {
  const text = new URLSearchParams(more).toString()
  return text && `&${text}`
}

function Count({ label, to, count, strong = false }: { label: string; to: string; count: number; strong?: boolean }) {
  const t = library.use()
  return (
    <div className={strong ? 'strong' : undefined}>
      <dt>{label}</dt>
      <dd>{count > 0 ? <Link to={to}>{t('enterprises', { count })}</Link> : t('enterprises', { count })}</dd>
    </div>
  )
}
