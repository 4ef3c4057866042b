import type { Option } from './Choice'

interface Props {
  id?: string
  /** The name of the group. */
  label: string
  value?: string[]
  onChange?: (value: string[]) => void
  options: readonly (Option & { about?: string; why?: string })[]
  'aria-describedby'?: string
}

/** Several of a few, as boxes to tick. One that may not be ticked says why. */
export function Choices({ id, label, value = [], onChange, options, ...rest }: Props) {
  const toggle = (one: string, on: boolean) => onChange?.(on ? [...value, one] : value.filter((known) => known !== one))
  return (
    <div id={id} role="group" className="choices" tabIndex={-1} aria-label={label} aria-describedby={rest['aria-describedby']}>
      {options.map((option) => (
        <label key={option.value} className={option.why ? 'choice-off' : undefined}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            disabled={option.why !== undefined}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          <span>
            {option.label}
            {(option.why ?? option.about) && <small>{option.why ?? option.about}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}
