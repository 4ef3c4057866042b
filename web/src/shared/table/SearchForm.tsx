import { Button, Input } from 'antd'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { Choice, type Option } from '@/shared/controls/Choice'
import { OrganisationPicker } from '@/shared/organisations/OrganisationPicker'
import { common } from '@/shared/words/common'
import { tableWords } from './words'

/** One field of a search form. */
export type SearchField = { name: string; label: string } & (
  | { kind: 'text' }
  | { kind: 'day' }
  | {
      kind: 'choice'
      options: readonly Option[]
      nothing?: string
      /** What the list shows when nothing is chosen; then there is no 全部. */
      usual?: string
    }
  | { kind: 'organisation' }
)

interface Props {
  fields: readonly SearchField[]
  filters: Record<string, string>
  onSearch: (filters: Record<string, string>) => void
}

/** Looks for rows. What is asked stands in the address, so this form only holds what is being typed. */
export function SearchForm({ fields, filters, onSearch }: Props) {
  const t = tableWords.use()
  const [typed, setTyped] = useState(filters)
  const set = (name: string, value: string | undefined) =>
    setTyped((known) => {
      const { [name]: _, ...others } = known
      return value ? { ...others, [name]: value } : others
    })
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSearch(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()])))
  }
  return (
    <form role="search" className="search" aria-label={t('searchForm')} onSubmit={send}>
      {fields.map((field) => (
        <Labelled key={field.name} label={field.label}>
          {(id) => <Control id={id} field={field} value={typed[field.name]} onChange={(value) => set(field.name, value)} />}
        </Labelled>
      ))}
      <div className="search-end">
        <Button type="primary" htmlType="submit">
          {t('search')}
        </Button>
        <Button
          onClick={() => {
            setTyped({})
            onSearch({})
          }}
        >
          {t('reset')}
        </Button>
      </div>
    </form>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}

interface ControlProps {
  id: string
  field: SearchField
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function Control({ id, field, value, onChange }: ControlProps) {
  const c = common.use()
  switch (field.kind) {
    case 'choice':
      if (field.usual !== undefined) return <Choice id={id} value={value ?? field.usual} onChange={onChange} options={field.options} always />
      return <Choice id={id} value={value} onChange={onChange} options={field.options} nothing={field.nothing ?? c('all')} />
    case 'organisation':
      return <OrganisationPicker id={id} value={value} onChange={onChange} />
    case 'day':
      return <Input id={id} type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
    case 'text':
      return <Input id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value)} allowClear={false} />
  }
}
