import type { Me } from '@/shared/api/types'
import { may, no, YES, type Can } from '@/shared/me/me'
import { tasks } from './words'

export type State = 'open' | 'contacted' | 'promised' | 'done' | 'given-up'

const NEXT: Record<State, readonly State[]> = {
  open: ['contacted', 'promised', 'done', 'given-up'],
  contacted: ['promised', 'done', 'given-up', 'open'],
  promised: ['done', 'given-up', 'open'],
  done: ['open'],
  'given-up': ['open'],
}

/** Where a task may go: as crates/domain/src/cultivation/task.rs. */
export function nextOf(state: State): readonly State[] {
  return NEXT[state]
}

export const taskCan = {
  work: (me: Me): Can => (may(me, 'task:work') ? YES : no(tasks.say('noWork'))),
  export: (me: Me): Can => (may(me, 'task:export') ? YES : no(tasks.say('noExport'))),
}
