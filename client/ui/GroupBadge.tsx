import { classNames } from './classNames.ts'
import './GroupBadge.css'

type GroupBadgeProps = { readonly letter: string; readonly size?: 'small' | 'medium' | undefined }

/** The letter of the working group, as on the door of the room. Its name stands beside it in words. */
export function GroupBadge({ letter, size }: GroupBadgeProps) {
  return (
    <span className={classNames('badge', size === 'small' && 'small')} aria-hidden="true">
      {letter}
    </span>
  )
}
