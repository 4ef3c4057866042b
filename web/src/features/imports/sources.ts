import type { ValueSource } from '@/shared/api/types'

/** The departments whose workbooks are imported; enterprises report by their form. */
export const SOURCES: readonly ValueSource[] = ['tax', 'hr', 'ip', 'science', 'industry', 'market', 'torch']
