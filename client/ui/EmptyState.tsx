import type { ReactNode } from 'react'
import './EmptyState.css'

type EmptyStateProps = {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What is missing, what will come, and at most one way to go on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <div>
        <p className="title">{title}</p>
        {children && <p>{children}</p>}
      </div>
      {action}
    </div>
  )
}
