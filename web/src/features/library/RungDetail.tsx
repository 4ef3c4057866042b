import { Button } from 'antd'
import { Link } from 'react-router'
import { may, useMe } from '@/shared/me/me'
import { Section } from '@/shared/ui/Page'
import { useDictionary } from '@/shared/dictionary/items'
import { Frame } from '@/shared/table/Frame'
import { nameOf } from '@/shared/words/common'
import { StateBadge } from './Badges'
import { ownData } from './ownDataWords'
import { sourcesOf, type EnterpriseRung, type Ladder, type Line, type Source } from './verdict'
import { library } from './words'

/** So many sources are shown without a click. */
const FEW = 2

interface Props {
  rung: EnterpriseRung
  ladder: Ladder
  /** Looks after the data of a line; only the enterprise itself can. */
  onCheck: ((line: Line) => void) | undefined
}

/** One rung of one enterprise: the way up, then every condition. */
export function RungDetail({ rung, ladder, onCheck }: Props) {
  const t = library.use()
  const lineOf = (code: string) => rung.lines.find((line) => line.code === code && line.items.length > 0)
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
              {step.kind !== 'check' && <Check line={lineOf(step.code)} onCheck={onCheck} />}
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
                <Row key={`${line.code}-${index}`} line={line} ladder={ladder} onCheck={onCheck} />
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

/** What a condition looks at: item, year, value, who states it. */
function Sources({ from }: { from: readonly Source[] }) {
  const dictionary = useDictionary()
  return from.map((source) => (
    <small key={`${source.item}${source.period}`}>
      {source.name}
      {source.period > 0 && ` ${source.period}`}：{dictionary.value(source.item, source.value)}
      {dictionary.find(source.item)?.unit} · {nameOf('source', source.source)}
      <Place source={source} />
    </small>
  ))
}

/** The cell of the file that a value came with. */
function Place({ source }: { source: Source }) {
  const t = library.use()
  const me = useMe()
  if (!source.row) return null
  const cell = source.sheet ? `${source.sheet}!${source.cell ?? ''}` : source.cell
  const text = source.file && source.cell ? `${source.file} ${cell ?? ''}` : t('row', { row: source.row })
  return <> · {source.import_id && may(me, 'import:read') ? <Link to={`/imports/${source.import_id}`}>{text}</Link> : text}</>
}

function Check({ line, onCheck }: { line: Line | undefined; onCheck: Props['onCheck'] }) {
  const t = ownData.use()
  if (!line || !onCheck || line.items.length === 0) return null
  return (
    <Button type="link" size="small" onClick={() => onCheck(line)} aria-label={t('checkDataOf', { name: line.name })}>
      {t('checkData')}
    </Button>
  )
}

function Row({ line, ladder, onCheck }: { line: Line; ladder: Ladder; onCheck: Props['onCheck'] }) {
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
      <td data-label={t('value')}>{line.value}</td>
      <td data-label={t('bound')}>{line.bound}</td>
      <td data-label={t('lineGap')}>{line.gap}</td>
      <td data-label={t('points')}>{points && (line.full ? `${points} / ${line.full}` : points)}</td>
      <td>
        {from.length > FEW ? (
          <details>
            <summary>{t('sourcesOf', { count: from.length })}</summary>
            <Sources from={from} />
          </details>
        ) : (
          <Sources from={from} />
        )}
        <Check line={line} onCheck={onCheck} />
      </td>
    </tr>
  )
}

