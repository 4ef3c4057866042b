import type { ReactNode } from 'react'

/** Nothing here: says so, and what to do next. */
export function Empty({ title, about, action }: { title: string; about?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {about && <p className="about">{about}</p>}
      {action}
    </div>
  )
}
