import { useState, type ReactNode } from 'react'

interface Props {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** A box that is ticked at once, also where what it stands for is in the address, which follows a moment later. */
export function Tick({ checked, onChange, children }: Props) {
  const [shown, setShown] = useState(checked)
  const [known, setKnown] = useState(checked)
  if (known !== checked) {
    setKnown(checked)
    setShown(checked)
  }
  const tick = (on: boolean) => {
    setShown(on)
    onChange(on)
  }
  return (
    <label className="tick">
      <input type="checkbox" checked={shown} onChange={(event) => tick(event.target.checked)} />
      {children}
    </label>
  )
}
