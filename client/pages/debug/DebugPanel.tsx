import { useState } from 'react'
import { openRooms, type Room } from '../../sync/openRoom.ts'
import { useStore } from '../../sync/useStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { RoomReport } from './RoomReport.tsx'
import { wayText } from './wayText.ts'
import './DebugPanel.css'

/** `?debug`: how the rooms of this page reach the server. Closed it is one line in the corner. */
export function DebugPanel() {
  const t = useTexts()
  const rooms = useStore(openRooms) ?? []
  const [isOpen, setOpen] = useState(true)
  return (
    <section className="debug" aria-label={t('debug:title')} data-open={isOpen || undefined}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span>{t('debug:title')}</span>
          {rooms[0] && <Way room={rooms[0]} />}
          <Icon name={isOpen ? 'chevron-down' : 'chevron-up'} size={16} />
        </button>
      </h2>
      {isOpen && (
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="debug-rooms" tabIndex={0} role="group" aria-label={t('debug:rooms')}>
          {rooms.map((room) => (
            <RoomReport key={room.name} room={room} />
          ))}
          {rooms.length === 0 && <p className="muted">{t('debug:noRooms')}</p>}
        </div>
      )}
    </section>
  )
}

function Way({ room }: { readonly room: Room }) {
  const t = useTexts()
  const by = useStore(room.journal.connection)?.by
  return (
    <span className="debug-way" data-by={by ?? 'none'}>
      {t(wayText(by))}
    </span>
  )
}
