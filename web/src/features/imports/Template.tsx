import { useMutation } from '@tanstack/react-query'
import type { Batch, Import, ValueSource } from '@/shared/api/types'
import { useMe, unless } from '@/shared/me/me'
import { ActionButton } from '@/shared/ui/ActionButton'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { nameOf } from '@/shared/words/common'
import { importCan } from './can'
import { downloadTemplate } from './download'
import { isList } from './lists'
import { imports } from './words'

interface Props {
  kind: Import['kind'] | undefined
  batch: Batch | undefined
  source: ValueSource | undefined
}

/** The workbook to fill in, made for what was chosen. */
export function Template({ kind, batch, source }: Props) {
  const t = imports.use()
  const me = useMe()
  const known = kind === 'register' || isList(kind) || (batch !== undefined && source !== undefined)
  const make = importCan.make(me)
  const can = make.yes ? unless(known ? null : t('templateFirst')) : make
  const get = useMutation({
    mutationFn: () =>
      kind !== 'values' || !batch || !source
        ? downloadTemplate({ kind: kind ?? 'register' }, `${t(`kind.${kind ?? 'register'}`)}.xlsx`)
        : downloadTemplate({ kind: 'values', batch_id: batch.id, source }, `${batch.title}-${nameOf('source', source)}.xlsx`),
  })
  return (
    <div className="dialog-text">
      <ProblemAlert error={get.error} />
      <ActionButton can={can} loading={get.isPending} onClick={() => get.mutate()}>
        {t('template')}
      </ActionButton>
      <small>{t('templateAbout')}</small>
    </div>
  )
}
