import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrganisationKind } from '@/shared/api/types'
import { Combobox } from '@/shared/controls/Combobox'
import { common, nameOf } from '@/shared/words/common'
import { words } from '@/shared/words/words'
import { organisationQuery, useOrganisationSearch } from './organisations'

const own = words('organisation-picker', {
  type: '输入名称查找单位',
  nothing: '没有找到名称包含此文字的单位',
}, {
  type: 'Type part of the name',
  nothing: 'No organisation has this text in its name',
})

interface Props {
  id?: string
  value?: string | undefined
  onChange?: (id: string | undefined) => void
  kind?: OrganisationKind
  'aria-label'?: string
  'aria-required'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** An organisation among those the person may see, found by its name. */
export function OrganisationPicker({ value, onChange, kind, ...rest }: Props) {
  const c = common.use()
  const o = own.use()
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = useQuery({ ...organisationQuery(value ?? ''), enabled: Boolean(value) })
  const search = useOrganisationSearch(typed ?? '', kind, true)
  const suggestions = (search.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, note: nameOf('kind', one.kind) }))
  const shown = value && chosen.data ? { value, label: chosen.data.name } : null
  return (
    <Combobox
      {...rest}
      chosen={shown}
      onChoose={(one) => onChange?.(one?.value)}
      onType={setTyped}
      suggestions={suggestions}
      note={search.isFetching ? c('loading') : o('nothing')}
      placeholder={o('type')}
    />
  )
}
