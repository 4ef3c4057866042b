import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api, good } from '@/shared/api/client'
import { ServerForm } from '@/shared/form/ServerForm'
import { Door } from '@/shared/layout/Door'
import { meQuery } from '@/shared/me/me'
import { errand } from '@/shared/provider/provider'
import { Loading } from '@/shared/ui/Loading'
import { ProblemAlert } from '@/shared/ui/ProblemAlert'
import { speak } from '@/shared/words/i18n'
import { CodeField } from './CodeField'
import { wantsCode } from './credentials'
import { within } from './within'
import { signingIn } from './words'

/** Where the identity provider sends the browser back to: signs in, or links the identity, and goes on. */
export function ReturnPage() {
  const t = signingIn.use()
  const [address] = useSearchParams()
  // What came back works once: it is used once, and does not stay in the address.
  const [came] = useState(() => ({ state: address.get('state') ?? '', code: address.get('code') ?? '' }))
  const [purpose] = useState(errand)
  const [codeWanted, setCodeWanted] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const refused = came.state === '' || came.code === ''
  const goOn = useGoingOn(came, purpose.for === 'sign-in' ? purpose.to : null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || refused) return
    begun.current = true
    window.history.replaceState(window.history.state, '', '/sign-in/return')
    const first = purpose.for === 'link' ? goOn.link() : goOn.enter()
    first.catch((error: unknown) => (wantsCode(error) ? setCodeWanted(true) : setFailure(error)))
  })
  const back = <Link to={purpose.for === 'link' ? '/me' : '/sign-in'}>{t(purpose.for === 'link' ? 'toProfile' : 'toSignIn')}</Link>
  if (codeWanted) {
    return (
      <Door title={t('title')} about={t('codeAlso')}>
        <ServerForm<{ code: string }> label={t('title')} submit={t('submit')} onSubmit={({ code }) => goOn.enter(code.trim())}>
          <CodeField />
        </ServerForm>
        <div className="door-links">{back}</div>
      </Door>
    )
  }
  if (refused || failure) {
    return (
      <Door title={t(purpose.for === 'link' ? 'notLinked' : 'notSignedIn')} {...(refused && { about: t('cameBackEmpty') })}>
        <ProblemAlert error={failure} />
        <div className="door-links">{back}</div>
      </Door>
    )
  }
  return (
    <Door title={t('comingBack')}>
      <Loading />
    </Door>
  )
}

function useGoingOn(came: { state: string; code: string }, to: string | null) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return {
    enter: async (oneTimeCode?: string) => {
      await good(api.POST('/api/v1/provider/sessions', { body: { ...came, ...(oneTimeCode && { one_time_code: oneTimeCode }) } }))
      client.clear()
      const { me } = await client.fetchQuery(meQuery)
      speak(me.language)
      await navigate(within(to), { replace: true })
    },
    link: async () => {
      await good(api.POST('/api/v1/me/identities/confirm', { body: came }))
      await client.invalidateQueries({ queryKey: ['identities'] })
      await navigate('/me', { replace: true })
    },
  }
}

export { ReturnPage as Component }
