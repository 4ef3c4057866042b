import { useSearchParams } from 'react-router'

/** The row that is open beside its list; it stands in the address as `open`, so that it can be sent to a colleague. */
export function useOpened(): [string | null, (id: string | null) => void] {
  const [address, setAddress] = useSearchParams()
  const open = (id: string | null) =>
    setAddress((known) => {
      const next = new URLSearchParams(known)
      if (id === null) next.delete('open')
      else next.set('open', id)
      return next
    })
  return [address.get('open') || null, open]
}
