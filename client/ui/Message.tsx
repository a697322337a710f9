import type { ReactNode } from 'react'
import { classNames } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import './Message.css'

export type Tone = 'info' | 'ok' | 'wait' | 'bad'
const icons: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  ok: 'check',
  wait: 'hourglass',
  bad: 'circle-alert',
}

type MessageProps = {
  readonly tone?: Tone | undefined
  readonly icon?: IconName | undefined
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Said at once by screen readers: for what follows an action. */
  readonly live?: boolean | undefined
  readonly id?: string | undefined
}

/** One sentence that stays in the page: what happened and what to do. */
export function Message({ tone = 'info', icon, children, actions, live, id }: MessageProps) {
  return (
    <div
      className={classNames('msg', tone)}
      id={id}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icon ?? icons[tone]} />
      <div>{children}</div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
