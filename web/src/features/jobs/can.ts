import type { Job, Me } from '@/shared/api/types'
import { isOver } from '@/shared/jobs/follow'
import { may, unless, type Can } from '@/shared/me/me'
import { common } from '@/shared/words/common'
import { jobs } from './words'

export const jobCan = {
  cancel: (me: Me, job: Job): Can =>
    unless(
      may(me, 'job:cancel') ? null : common.say('notAllowed'),
      isOver(job) ? jobs.say('whyOver') : null,
      job.cancelling ? jobs.say('whyCancelling') : null,
    ),
}
