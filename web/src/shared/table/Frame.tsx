import type { ReactNode } from 'react'

/** Around a table that may be wider than the window: it is moved by keyboard too. */
export function Frame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
