import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { sized } from './sized'
import { fileWords } from './words'

interface Props {
  id?: string
  /** Endings that the browser offers. */
  accept: string
  value?: File | undefined
  onChange?: (file: File | undefined) => void
  'aria-describedby'?: string
  'aria-required'?: boolean | 'true' | 'false'
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** A file, chosen or dropped. */
export function FilePicker({ id, accept, value, onChange, ...aria }: Props) {
  const t = fileWords.use()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const drag = (on: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(on)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onChange?.(file)
  }
  return (
    // Dropping is a convenience; the button beside it does the same by keyboard.
    <div className={over ? 'drop drop-over' : 'drop'} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <input
        {...aria}
        id={id}
        ref={input}
        type="file"
        className="for-readers"
        tabIndex={-1}
        accept={accept}
        onChange={(event) => onChange?.(event.target.files?.[0])}
      />
      <p>
        {t('drop')} <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
      </p>
      {value && <p role="status">{t('chosen', { name: value.name, size: sized(value.size) })}</p>}
    </div>
  )
}
