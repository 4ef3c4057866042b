import { useEffect, useRef } from 'react'
import type { Judgement, Writing } from './writing'

interface Props {
  writing: Writing<Judgement>
  /** The line to show. */
  line: number | null
  about: string
  label: string
}

/** The rule file itself, with the numbers of its lines. */
export function TextView({ writing: { text, write, judged, readOnly }, line, about, label }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = text.split('\n')
  const bad = new Map(judged.problems.map((one) => [one.line, one.severity]))
  useEffect(() => {
    const box = area.current
    if (!box || line === null) return
    const start = text.split('\n').slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    box.focus()
    box.setSelectionRange(start, start + (text.split('\n')[line - 1]?.length ?? 0))
    box.scrollTop = Math.max(0, (line - 6) * Number.parseFloat(getComputedStyle(box).lineHeight))
    // Only when somebody asks for a line, not with every key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [line])
  return (
    <>
      <p className="about">{about}</p>
      <div className="code-editor">
        <div className="code-lines" aria-hidden="true" ref={gutter}>
          {lines.map((_, at) => (
            // The lines are their numbers.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className={bad.has(at + 1) ? `code-line-${bad.get(at + 1)}` : undefined}>
              {at + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          className="code-text"
          aria-label={label}
          spellCheck={false}
          wrap="off"
          readOnly={readOnly}
          value={text}
          onChange={(event) => write(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
    </>
  )
}
