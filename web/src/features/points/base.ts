import { useLocation } from 'react-router'

/** Where points are read: enterprises read their own under an address of their own. */
export function useBase(): '/points' | '/my-points' {
  return useLocation().pathname.startsWith('/my-points') ? '/my-points' : '/points'
}
