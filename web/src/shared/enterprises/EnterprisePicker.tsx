import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { Combobox, type Suggestion } from '@/shared/controls/Combobox'
import { common } from '@/shared/words/common'
import { words } from '@/shared/words/words'

const own = words('enterprise-picker', {
  type: '输入名称、信用代码或拼音首字母',
  short: '请至少输入两个字符',
  nothing: '没有找到在册企业',
}, {
  type: 'Type part of the name, the code or the initials',
  short: 'Type two characters at least',
  nothing: 'No such enterprise in the register',
})

interface Props {
  id?: string
  onChange?: (id: string | undefined) => void
  /** Not to be chosen. */
  except?: string
  'aria-required'?: boolean | 'true' | 'false'
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false'
}

/** An enterprise of the register, found by name, code or initials. */
export function EnterprisePicker({ onChange, except, ...rest }: Props) {
  const c = common.use()
  const o = own.use()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Suggestion | null>(null)
  const enough = typed.trim().length >= 2
  const found = useQuery({
    queryKey: ['enterprises', 'search', typed],
    queryFn: ({ signal }) => good(api.GET('/api/v1/enterprises', { params: { query: { search: typed, open: true, limit: 20, sort: 'name' } }, signal })),
    enabled: enough,
  })
  const items = enough ? (found.data?.items ?? []) : []
  return (
    <Combobox
      {...rest}
      chosen={chosen}
      onChoose={(one) => {
        setChosen(one)
        onChange?.(one?.value)
      }}
      onType={setTyped}
      suggestions={items.filter(({ id }) => id !== except).map((one) => ({ value: one.id, label: one.name, note: one.credit_code }))}
      note={!enough ? o('short') : found.isFetching ? c('loading') : o('nothing')}
      placeholder={o('type')}
    />
  )
}
