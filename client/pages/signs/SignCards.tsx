import type { EventPlan, Group } from '#shared/template.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { codeText } from '../join/joinCode.ts'
import { QrImage } from './QrImage.tsx'
import type { SignWay } from './RoomSign.tsx'

const onOnePage = 8

type SignCardsProps = {
  readonly plan: EventPlan
  /** Null: the card leads to the event, one chooses there. */
  readonly group: Group | null
  readonly code: string
  readonly way: SignWay
}

/** Eight equal cards to cut out. Read aloud one is enough. */
export function SignCards({ plan, group, code, way }: SignCardsProps) {
  const t = useTexts()
  const place = group ? t('people:signGroup', { group: group.id }) : plan.title
  return (
    <div className="sign-cards" lang={plan.language}>
      {Array.from({ length: onOnePage }, (_, at) => (
        <article key={at} className="sign-card" aria-hidden={at > 0}>
          <QrImage qr={way.qr} alt={t('people:signQr', { place })} />
          <div>
            <p className="sign-event">{plan.title}</p>
            {group && (
              <p className="sign-group">
                {group.id}: {group.title}
              </p>
            )}
            {group?.room && <p>{group.room}</p>}
            <p className="sign-host">{new URL(way.url).host}/beitreten</p>
            <p className="sign-code num">{codeText(code)}</p>
          </div>
        </article>
      ))}
    </div>
  )
}
