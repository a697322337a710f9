import { useEffect } from 'react'
import { BoardNews } from '../../board/arranging/BoardNews.tsx'
import { BoardPlaceContext } from '../../board/useBoardPlace.ts'
import { NoteSheets } from '../../board/NoteSheets.tsx'
import { PeopleMenu } from '../../board/together/PeopleMenu.tsx'
import { useBoard } from '../../board/useBoard.ts'
import { prefetchEditor } from '../../editor/LazyNoteEditor.tsx'
import { membersWrite } from '#shared/day/phaseState.ts'
import type { Person } from '#shared/api.ts'
import type { EventId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { can, openDay } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useDay, useNoteFacts } from '../../sync/records.ts'
import { useRoom } from '../../sync/useRoom.ts'
import { Button } from '../../ui/Button.tsx'
import { ConnectionState } from '../../ui/ConnectionState.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Message } from '../../ui/Message.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { usePageTitle } from '../usePageTitle.ts'
import { BoardView } from './boardView.ts'
import { Dock } from './Dock.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { ListView } from './listView.ts'
import { useView } from './useView.ts'
import './GroupBoard.css'

const TogetherPills = fetchedApart(
  async () => (await import('../../board/together/TogetherPills.tsx')).TogetherPills,
)

type GroupBoardProps = { readonly person: Person; readonly plan: EventPlan; readonly group: Group }

/** One group's live board: as a list, or on the wall. */
export function GroupBoard({ person, plan, group }: GroupBoardProps) {
  const t = useTexts()
  const phase = useDay().data?.phases[group.id]
  const day = { ...openDay, membersMayWrite: () => membersWrite(phase) }
  const mayWrite = can(person, day, 'write', { kind: 'group', group: group.id })
  const name = roomName(plan.id as EventId, { kind: 'group', group: group.id })
  const { room, told, isLoaded, refused, isLate } = useRoom(name, { mayWrite, person: person.id })
  const facts = useNoteFacts(group.id).data
  const place = useBoard(room, plan, group, facts)
  const [view, setView] = useView()
  usePageTitle(t('group:pageTitle', { group: group.id, title: group.title }))
  const isHere = place !== null && isLoaded
  // Before the network may go; the board itself comes first.
  useEffect(() => {
    if (mayWrite && isHere) void prefetchEditor()
  }, [mayWrite, isHere])

  return (
    <BoardPlaceContext value={place}>
      <div className="group-page" data-view={view}>
        <a className="skip" href="#notes">
          {t('app:skipToContent')}
        </a>
        <TopBar
          badge={group.id}
          title={group.title}
          titlePrefix={t('group:titlePrefix', { group: group.id })}
          end={
            <>
              <ConnectionState state={told} />
              {isHere ? <PeopleMenu /> : null}
              {isHere ? <GroupMenu view={view} onView={setView} /> : null}
            </>
          }
        />
        {isHere && <TogetherPills view={view} />}
        <main id="notes" tabIndex={-1}>
          {refused !== null && (
            <Message
              tone="bad"
              live
              actions={<Button onClick={() => location.reload()}>{t('app:reload')}</Button>}
            >
              {t('group:refused')}
            </Message>
          )}
          {isLate && (
            <Message tone="wait" live>
              {t('group:late')}
            </Message>
          )}
          {!mayWrite && <Message>{t('group:readOnly', { group: group.id })}</Message>}
          {!isHere && refused === null && <p className="muted late">{t('app:loading')}</p>}
          {isHere && (view === 'board' ? <BoardView {...place} /> : <ListView />)}
        </main>
        {isHere && <NoteSheets />}
        {isHere && <BoardNews />}
        {isHere && <Dock draftKey={`${plan.id}.${group.id}.${person.id}`} view={view} onView={setView} />}
      </div>
    </BoardPlaceContext>
  )
}
