import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { providerQuery, setOut } from '@/shared/provider/provider'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { signingIn } from './words'

/** The way in by the identity provider, where there is one. */
export function ByProvider({ to }: { to: string | null }) {
  const t = signingIn.use()
  const name = useQuery(providerQuery).data
  const [failure, setFailure] = useState<unknown>(null)
  const [leaving, setLeaving] = useState(false)
  if (!name) return null
  const leave = async () => {
    setFailure(null)
    setLeaving(true)
    try {
      await setOut({ for: 'sign-in', to })
    } catch (error) {
      setFailure(error)
      setLeaving(false)
    }
  }
  return (
    <div className="door-links">
      <ProblemAlert error={failure} />
      <Button block loading={leaving} onClick={() => void leave()}>
        {t('byProvider', { name })}
      </Button>
      <p className="about">{t('byProviderAbout', { name })}</p>
    </div>
  )
}
