import type { ReactNode } from 'react'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'

type PlaceCardProps = {
  readonly badge?: string
  readonly note?: string
  readonly title: string
  readonly text: string
  readonly to: string
  /** What the button says. */
  readonly way: string
  readonly more?: ReactNode
}

/** A place with one sentence and the way to it. */
export function PlaceCard({ badge, note, title, text, to, way, more }: PlaceCardProps) {
  return (
    <section className="sheet mine" aria-labelledby="mine">
      <div className="mine-head">
        {badge && <GroupBadge letter={badge} />}
        <div>
          {note && <p className="muted s">{note}</p>}
          <h2 id="mine">{title}</h2>
        </div>
      </div>
      <p>{text}</p>
      <div className="mine-ways">
        <ButtonLink variant="primary" size="large" iconEnd="arrow-right" to={to}>
          {way}
        </ButtonLink>
        {more}
      </div>
    </section>
  )
}
