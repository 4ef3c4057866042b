import type { Me, Registration } from '@/shared/api/types'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { registrations } from './words'

export const registrationCan = {
  decide: (me: Me, registration: Registration): Can =>
    unless(
      may(me, 'registration:decide') ? null : common.say('notAllowed'),
      registration.state === 'waiting' ? null : registrations.say('whyDecided'),
    ),
}
