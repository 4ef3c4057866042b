import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { api, good } from '@/shared/api/client'
import { ConfirmDialog } from '@/shared/dialog/ConfirmDialog'
import { DetailDrawer } from '@/shared/dialog/DetailDrawer'
import { meQuery, useMe } from '@/shared/me/me'
import { SetUpSecondFactor } from '@/shared/second-factor/SetUp'
import { Facts } from '@/shared/ui/Facts'
import { Section } from '@/shared/ui/Page'
import { profile } from './words'

const FEW = 3

/** One-time codes of the own account. */
export function SecondFactor() {
  const t = profile.use()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [doing, setDoing] = useState<'set-up' | 'remove' | null>(null)
  const remove = async () => {
    await good(api.DELETE('/api/v1/me/second-factor', {}))
    await client.invalidateQueries(meQuery)
    message.success(t('factorRemoved'))
  }
  const done = () => {
    setDoing(null)
    message.success(t('factorDone'))
  }
  return (
    <Section title={t('factor')} about={me.second_factor ? t('factorOn') : t('factorOff')}>
      <div className="stack">
        {me.second_factor && <Facts facts={[[t('factorLeft'), String(me.recovery_codes)]]} />}
        {me.second_factor && me.recovery_codes <= FEW && <Alert type="warning" showIcon title={t('fewCodes')} />}
        <div className="actions">
          <Button type={me.second_factor ? 'default' : 'primary'} onClick={() => setDoing('set-up')}>
            {me.second_factor ? t('factorRenew') : t('factorSetUp')}
          </Button>
          {me.second_factor && (
            <Button danger onClick={() => setDoing('remove')}>
              {t('factorRemove')}
            </Button>
          )}
        </div>
      </div>
      <DetailDrawer title={t('factorSetUp')} open={doing === 'set-up'} onClose={() => setDoing(null)}>
        {me.second_factor && <Alert className="problem" type="warning" showIcon title={t('factorRenewAbout')} />}
        <SetUpSecondFactor onDone={done} />
      </DetailDrawer>
      {doing === 'remove' && (
        <ConfirmDialog title={t('factorRemove')} submit={t('factorRemove')} danger onSubmit={remove} onClose={() => setDoing(null)}>
          {t('factorRemoveAbout')}
        </ConfirmDialog>
      )}
    </Section>
  )
}
