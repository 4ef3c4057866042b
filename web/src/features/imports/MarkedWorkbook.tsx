import { useMutation } from '@tanstack/react-query'
import type { Import } from '@/shared/api/types'
import { ActionButton } from '@/shared/ui/ActionButton'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { downloadMarked } from './download'
import { imports } from './words'

/** The workbook that was sent, with what is wrong marked in it; where nothing is wrong there is none. */
export function MarkedWorkbook({ one }: { one: Import }) {
  const t = imports.use()
  const get = useMutation({ mutationFn: () => downloadMarked(one, t('markedSuffix')) })
  if (!one.returned) return null
  return (
    <div>
      <ProblemAlert error={get.error} />
      <ActionButton loading={get.isPending} onClick={() => get.mutate()}>
        {t('workbook')}
      </ActionButton>
      <small>{t('workbookAbout')}</small>
    </div>
  )
}
