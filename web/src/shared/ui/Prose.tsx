import { Fragment, type ReactNode } from 'react'
import { Frame } from '@/shared/table/Frame'

type Block = { kind: 'heading'; text: string } | { kind: 'note'; text: string } | { kind: 'line'; text: string } | { kind: 'list'; lines: { text: string; deep: number }[] } | { kind: 'table'; rows: string[][] }

/** The blocks of what `rules show` writes: headings, lists, tables, notes and lines; nothing else of Markdown. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd()
    const last = blocks[blocks.length - 1]
    const item = /^(\s*)- (.*)$/.exec(line)
    if (line === '') continue
    if (line.startsWith('#')) blocks.push({ kind: 'heading', text: line.replace(/^#+\s*/, '') })
    else if (line.startsWith('>')) blocks.push({ kind: 'note', text: line.replace(/^>\s*/, '') })
    else if (item) {
      const one = { text: item[2] ?? '', deep: (item[1] ?? '').length / 2 }
      if (last?.kind === 'list') last.lines.push(one)
      else blocks.push({ kind: 'list', lines: [one] })
    } else if (line.startsWith('|')) {
      const cells = line.slice(1, -1).split('|').map((cell) => cell.trim())
      const ruled = cells.every((cell) => /^:?-+:?$/.test(cell))
      if (last?.kind === 'table') {
        if (!ruled) last.rows.push(cells)
      } else blocks.push({ kind: 'table', rows: [cells] })
    } else blocks.push({ kind: 'line', text: line })
  }
  return blocks
}

/** Words between double asterisks stand out. */
function marked(text: string): ReactNode {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : <Fragment key={index}>{part}</Fragment>))
}

/** A rule file as people read it. */
export function Prose({ text }: { text: string }) {
  // The first heading is the page's own title.
  const blocks = blocksOf(text).slice(1)
  return (
    <div className="stack" lang="zh-CN">
      {blocks.map((block, index) => (
        <Shown key={index} block={block} />
      ))}
    </div>
  )
}

function Shown({ block }: { block: Block }) {
  if (block.kind === 'heading') return <h3>{block.text}</h3>
  if (block.kind === 'note') return <p className="about">{marked(block.text)}</p>
  if (block.kind === 'line') return <p>{marked(block.text)}</p>
  if (block.kind === 'list') {
    return (
      <ul>
        {block.lines.map(({ text, deep }, index) => (
          <li key={index} style={{ marginInlineStart: `${deep * 1.5}em` }}>
            {marked(text)}
          </li>
        ))}
      </ul>
    )
  }
  const [head = [], ...rows] = block.rows
  return (
    <Frame label={head.join(' ')}>
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  )
}
