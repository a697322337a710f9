import { useEffect, useId, useState } from 'react'
import { parseRoomName } from '#shared/place.ts'
import type { Room } from '../../sync/openRoom.ts'
import { useStore } from '../../sync/useStore.ts'
import { useLanguage } from '../../ui/useLanguage.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { wayText } from './wayText.ts'

/** How one room reaches the server, and what was said last. */
export function RoomReport({ room }: { readonly room: Room }) {
  const t = useTexts()
  const language = useLanguage()
  const head = useId()
  const connection = useStore(room.journal.connection)
  const frames = useStore(room.journal.frames)
  const status = useStore(room.status)
  const refused = useStore(room.refused)
  const late = useStore(room.late)
  const [, look] = useState(0)
  // Changes made offline move no frame.
  useEffect(() => {
    const timer = setInterval(() => look((times) => times + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  if (!connection || !frames) return null
  const { by, since, reconnects, closeCode } = connection
  const made = room.saving.made()
  const stored = room.saving.stored()
  const isSynced = status === 'stored' || typeof status === 'object'
  const name = nameOf(room)
  return (
    <section className="debug-room" aria-labelledby={head}>
      <h3 id={head}>{name}</h3>
      <dl>
        <dt>{t('debug:way')}</dt>
        <dd>
          <strong>{t(wayText(by))}</strong>, {t('debug:since', { time: clock(since, language) })}
          {reconnects > 0 && <>, {t('debug:reconnects', { count: reconnects })}</>}
        </dd>
        <dt>{t('debug:room')}</dt>
        <dd>
          {t(isSynced ? 'debug:synced' : 'debug:notSynced')}
          {closeCode !== null && <>, {t('debug:closeCode', { code: closeCode })}</>}
          {refused !== null && <>, {t('debug:refused', { code: refused })}</>}
          {late !== null && <>, {t('debug:late', { reason: late })}</>}
        </dd>
        <dt>{t('debug:changes')}</dt>
        <dd>{t('debug:changeCounts', { made, stored, waiting: made - stored })}</dd>
        <dt>{t('debug:frames')}</dt>
        <dd>{t('debug:frameCounts', { sent: frames.sent, heard: frames.heard })}</dd>
      </dl>
      {frames.latest.length > 0 && (
        <ol className="debug-frames" lang="en" aria-label={t('debug:latest', { room: name })}>
          {frames.latest.map(({ id, isOurs, words, times }) => (
            <li key={id} data-ours={isOurs || undefined}>
              {isOurs ? '→' : '←'} {words}
              {times > 1 && <span> ×{times}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const nameOf = ({ name }: Room): string => {
  const place = parseRoomName(name)?.place
  return place?.kind === 'group' ? `group/${place.group}` : (place?.kind ?? name)
}

const clock = (ms: number, language: string): string => new Date(ms).toLocaleTimeString(language)
