import type { ReactNode } from 'react'

/** What it is called stands beside it on phones; wider windows have a row of heads, and say it aloud only. */
export function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="control-cell">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
