import type { EventPlan, Group } from '#shared/template.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { codeText } from '../join/joinCode.ts'
import { QrImage } from './QrImage.tsx'

/** A way in, as a link and as its picture. */
export type SignWay = { readonly url: string; readonly qr: string }
type RoomSignProps = {
  readonly plan: EventPlan
  readonly group: Group
  readonly code: string
  readonly way: SignWay
}

/** One A4 page for the door of a room. */
export function RoomSign({ plan, group, code, way }: RoomSignProps) {
  const t = useTexts()
  const name = t('people:signGroup', { group: group.id })
  return (
    <article className="room-sign" lang={plan.language} aria-label={name}>
      <header>
        <span className="sign-letter" aria-hidden="true">
          {group.id}
        </span>
        <div>
          <p className="sign-event">{plan.title}</p>
          <h2>
            <span className="vh">{name}: </span>
            {group.title}
          </h2>
          {group.room && <p className="sign-room">{group.room}</p>}
        </div>
      </header>
      <ol className="sign-questions">
        {group.questions.map(({ id, text }) => (
          <li key={id}>
            <span className="num">{id}</span>
            <span className="serif">{text}</span>
          </li>
        ))}
      </ol>
      <footer>
        <QrImage qr={way.qr} alt={t('people:signQr', { place: name })} />
        <div>
          <p className="sign-scan">{t('people:signScan')}</p>
          <p>{t('people:signType', { host: `${new URL(way.url).host}/beitreten` })}</p>
          <p className="sign-code num">{codeText(code)}</p>
          <p>{t('people:signNoAccount')}</p>
        </div>
      </footer>
    </article>
  )
}
