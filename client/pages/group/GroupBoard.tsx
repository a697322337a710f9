import { useEffect } from 'react'
import { BoardPlaceContext } from '../../board/useBoardPlace.ts'
import { NoteSheets } from '../../board/NoteSheets.tsx'
import { PeopleMenu } from '../../board/together/PeopleMenu.tsx'
import { openWall } from '../../board/wall/openWall.ts'
import { useBoard } from '../../board/useBoard.ts'
import { prefetchEditor } from '../../editor/LazyNoteEditor.tsx'
import { membersWrite } from '#shared/day/phaseState.ts'
import type { Person } from '#shared/api.ts'
import { can, openDay } from '#shared/roles.ts'
import type { EventPlan, Group } from '#shared/template.ts'
import { useDay, useNoteFacts } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { ConnectionState } from '../../ui/ConnectionState.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Message } from '../../ui/Message.tsx'
import { whenPageStands } from '../../ui/pageStands.ts'
import { TopBar } from '../../ui/TopBar.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { GroupCollecting } from '../collecting/collectParts.ts'
import { useGroupRooms } from '../collecting/useGroupRooms.ts'
import { PhaseBar, PhaseSteps } from '../phases/phaseParts.ts'
import { isGivingPoints } from '../points/isGivingPoints.ts'
import { usePageTitle } from '../usePageTitle.ts'
import { BoardView } from './boardView.ts'
import { Dock } from './Dock.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { ListView } from './listView.ts'
import { LookSpace } from './LookSpace.tsx'
import { usePhaseView } from './usePhaseView.ts'
import { useView } from './useView.ts'
import './GroupBoard.css'

const GroupPoints = fetchedApart(async () => (await import('./GroupPoints.tsx')).GroupPoints)
const BoardNews = fetchedApart(async () => (await import('../../board/arranging/BoardNews.tsx')).BoardNews)
const TogetherPills = fetchedApart(
  async () => (await import('../../board/together/TogetherPills.tsx')).TogetherPills,
)

type GroupBoardProps = { readonly person: Person; readonly plan: EventPlan; readonly group: Group }

/** One group's live board: as a list, or on the wall. */
export function GroupBoard({ person, plan, group }: GroupBoardProps) {
  const t = useTexts()
  const phases = useDay().data?.phases
  const phase = phases?.[group.id]
  const day = { ...openDay, membersMayWrite: () => membersWrite(phase) }
  const wasWriter = can(person, openDay, 'write', { kind: 'group', group: group.id })
  const mayWrite = can(person, day, 'write', { kind: 'group', group: group.id })
  const { inUse, isHidden, draft } = useGroupRooms({
    event: plan.id,
    group: group.id,
    person,
    mayWrite,
    phase,
    isKnown: phases !== undefined,
  })
  const { room, told, isLoaded, refused, isLate } = inUse
  const facts = useNoteFacts(group.id).data
  const place = useBoard(room, plan, group, facts)
  const [view, setView] = useView()
  usePhaseView(plan, group.id, phase, setView)
  usePageTitle(t('group:pageTitle', { group: group.id, title: group.title }))
  const isHere = place !== null && isLoaded
  const isGiving = useStore(isGivingPoints)
  // Before the network may go; the board itself comes first, and is seen.
  const wall = useStore(openWall)
  const stands = isHere && (wall !== null || view === 'list')
  useEffect(() => {
    if (!place?.mayWrite || !stands) return
    let isGone = false
    void whenPageStands().then(() => {
      if (!isGone) void prefetchEditor()
    })
    return () => {
      isGone = true
    }
  }, [place, stands, view])

  return (
    <BoardPlaceContext value={place}>
      <div className="group-page" data-view={isGiving ? 'list' : view}>
        <a className="skip" href="#notes">
          {t('app:skipToContent')}
        </a>
        <TopBar
          badge={group.id}
          title={group.title}
          titlePrefix={t('group:titlePrefix', { group: group.id })}
          middle={phase && <PhaseSteps person={person} plan={plan} stage={group.id} />}
          below={<PhaseBar person={person} plan={plan} stage={group.id} />}
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
          <GroupCollecting
            {...{ person, plan, group, phase, isHidden, draft, mayWrite }}
            hasBoard={place !== null && isLoaded}
          />
          {/* What a phase has closed is said by its bar. */}
          {!wasWriter && <Message>{t('group:readOnly', { group: group.id })}</Message>}
          {!isHere && refused === null && <LookSpace />}
          {isHere && <GroupPoints person={person} plan={plan} group={group} phase={phase} place={place} />}
          {isHere && !isGiving && (view === 'board' ? <BoardView {...place} /> : <ListView />)}
        </main>
        {isHere && <NoteSheets />}
        {isHere && <BoardNews />}
        {isHere && !isGiving && (
          <Dock draftKey={`${plan.id}.${group.id}.${person.id}`} view={view} onView={setView} />
        )}
      </div>
    </BoardPlaceContext>
  )
}
