import { useQuery } from '@tanstack/react-query'
import type { Scheme } from '@/shared/api/types'
import { schemesQuery } from '@/shared/schemes/schemes'

/** The scheme with a code, when it is known. */
export function useSchemeOf(code: string | undefined): Scheme | undefined {
  const { data } = useQuery(schemesQuery)
  return data?.find((one) => one.code === code)
}
