import { useId, useRef, useState, type KeyboardEvent } from 'react'

export interface Suggestion {
  value: string
  label: string
  note?: string
}

interface Props {
  id?: string
  /** The value chosen, and how to show it. */
  chosen: Suggestion | null
  onChoose: (chosen: Suggestion | null) => void
  /** What was typed last; the owner looks suggestions up by it. */
  onType: (text: string) => void
  suggestions: readonly Suggestion[]
  /** Said instead of suggestions: nothing found, still looking. */
  note?: string
  placeholder?: string
  'aria-label'?: string
  'aria-required'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** One of many, found by typing (the combobox pattern of WAI-ARIA). */
export function Combobox({ id, chosen, onChoose, onType, suggestions, note, placeholder, ...aria }: Props) {
  const list = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)

  const choose = (one: Suggestion | undefined) => {
    if (!one) return
    onChoose(one)
    setTyped(null)
    setOpen(false)
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setAt(-1)
    if (chosen) onChoose(null)
    onType(text)
  }
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setOpen(true)
      const from = at < 0 && step < 0 ? 0 : at
      setAt(suggestions.length === 0 ? -1 : (from + step + suggestions.length) % suggestions.length)
    } else if (event.key === 'Enter' && open && at >= 0) {
      event.preventDefault()
      choose(suggestions[at])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <div className="combobox" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <input
        {...aria}
        id={id}
        ref={input}
        className="text-input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onKeyDown={keys}
      />
      <div id={list} role="listbox" className="list" aria-label={aria['aria-label'] ?? placeholder} hidden={!open || suggestions.length === 0}>
        {suggestions.map((one, index) => (
          // The keyboard works in the input, as the pattern says.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={one.value}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(one)}
          >
            {one.label}
            {one.note && <small>{one.note}</small>}
          </div>
        ))}
      </div>
      {open && note && suggestions.length === 0 && (
        <small role="status" className="note">
          {note}
        </small>
      )}
    </div>
  )
}
