import { Section } from '@/shared/ui/Page'
import { Frame } from '@/shared/table/Frame'
import { StateBadge } from './Badges'
import { sourcesOf, type EnterpriseRung, type Ladder, type Line } from './verdict'
import { library } from './words'

/** One rung of one enterprise: the way up, then every condition. */
export function RungDetail({ rung, ladder }: { rung: EnterpriseRung; ladder: Ladder }) {
  const t = library.use()
  return (
    <>
      <Section title={`${rung.name} · ${t('path')}`}>
        {rung.path.length === 0 && <p className="about">{rung.reachable ? t('pathNone') : t('unreachable')}</p>}
        <ol className="path">
          {rung.path.map((step) => (
            <li key={`${step.kind}${step.code}${step.text}`}>
              <span className="badge">{t(`path.${step.kind}`)}</span> {step.text}
              {step.from && <strong> {t('fromDay', { day: step.from })}</strong>}
              {step.gap && <small>{t('gapShort', { gap: step.gap })}</small>}
              {step.bands.length > 0 && (
                <small>
                  {t('bands')}
                  {step.bands.join('；')}
                </small>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('conditions')}>
        <Frame label={t('conditions')}>
          <table className="table conditions">
            <thead>
              <tr>
                {(['condition', 'state', 'value', 'bound', 'lineGap', 'points', 'source'] as const).map((head) => (
                  <th scope="col" key={head}>
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rung.lines.map((line, index) => (
                // Lines of one rung never change their order.
                <Row key={`${line.code}-${index}`} line={line} ladder={ladder} />
              ))}
            </tbody>
          </table>
        </Frame>
      </Section>
      {rung.next_bands.length > 0 && (
        <Section title={t('nextBands')}>
          <ul className="plain-list">
            {rung.next_bands.map((band) => (
              <li key={band.code}>
                {band.text} <span className="badge">{t('nextGain', { low: band.gain_low })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rung.benefits.length > 0 && (
        <Section title={t('benefits')}>
          <ul className="plain-list">
            {rung.benefits.map(({ name, basis }) => (
              <li key={name}>
                {name}
                <small>
                  {basis.title}
                  {basis.number && `（${basis.number}）`} {basis.article}{' '}
                  {basis.checked_on ? t('checkedOn', { day: basis.checked_on }) : <span className="badge badge-wait">{t('unchecked')}</span>}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Row({ line, ladder }: { line: Line; ladder: Ladder }) {
  const t = library.use()
  const points = line.points_low && (line.points_low === line.points_high ? line.points_low : `${line.points_low}～${line.points_high}`)
  const from = sourcesOf(line, ladder.sources)
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${12 + line.depth * 20}px` }}>
        {line.depth === 0 && <span className="quiet">{line.code} </span>}
        {line.name}
        {line.article && <small>{line.article}</small>}
        {line.remark && <small>{line.remark}</small>}
      </th>
      <td>{line.state && <StateBadge state={line.state} />}</td>
      <td>{line.value}</td>
      <td>{line.bound}</td>
      <td>{line.gap}</td>
      <td>{points && (line.full ? `${points} / ${line.full}` : points)}</td>
      <td>
        {from.map((source) => (
          <small key={`${source.item}${source.period}`}>
            {source.name}
            {source.period > 0 && ` ${source.period}`}：{source.value}
            {source.row && ` · ${t('row', { row: source.row })}`}
          </small>
        ))}
      </td>
    </tr>
  )
}

