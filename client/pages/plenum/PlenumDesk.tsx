import { useEffect, useMemo } from 'react'
import type { Person, PlenumAnswer } from '#shared/api.ts'
import { may } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { prefetchEditor } from '../../editor/LazyNoteEditor.tsx'
import { useBeamer } from '../../sync/records.ts'
import { useStore } from '../../sync/useStore.ts'
import { usePresence } from '../../sync/usePresence.ts'
import { Avatars } from '../../ui/Avatars.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConnectionState } from '../../ui/ConnectionState.tsx'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import { Message } from '../../ui/Message.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { MainMenu } from '../MainMenu.tsx'
import { isGivingPoints } from '../points/isGivingPoints.ts'
import { PhaseBar } from '../phases/phaseParts.ts'
import { FrozenBanner } from './closing/FrozenBanner.tsx'
import { PhaseList } from './PhaseList.tsx'
import { PlenumBody } from './PlenumBody.tsx'
import type { PlenumView } from './plenumView.ts'
import { LedStrip } from './presenting/presentingParts.ts'
import { useCommand } from './useCommand.ts'
import { useOutline } from './outline/useOutline.ts'
import { usePlenumDocuments } from './usePlenumDocuments.ts'
import { PlenumContext, type PlenumPlace } from './usePlenumPlace.ts'
import './PlenumDesk.css'

const PlenumPoints = fetchedApart(async () => (await import('./PlenumPoints.tsx')).PlenumPoints)

type PlenumDeskProps = {
  readonly person: Person
  readonly plan: EventPlan
  readonly answer: PlenumAnswer
  readonly view: PlenumView
}

export function PlenumDesk({ person, plan, answer, view }: PlenumDeskProps) {
  const t = useTexts()
  const { plenum, isLoaded, wordings, notes } = usePlenumDocuments(person, plan)
  const { room, told, refused, isLate } = plenum
  const people = usePresence(room)
  const show = useBeamer().data?.show ?? null
  const command = useCommand()
  const mayShape = may(person, 'shapePlenum')
  const canEdit = mayShape && answer.plenum.state === 'open'
  const groups = useOutline(plan, answer, wordings, notes)
  const place = useMemo<PlenumPlace | null>(
    () =>
      room && {
        person,
        plan,
        answer,
        groups,
        items: groups.flatMap((group) => group.items),
        notes: new Map(notes.map((note) => [note.ref, note])),
        wordings,
        room,
        people,
        show,
        mayShape,
        canEdit,
        command,
      },
    [person, plan, answer, groups, notes, wordings, room, people, show, mayShape, canEdit, command],
  )
  const isGiving = useStore(isGivingPoints)
  useEffect(() => {
    if (canEdit && isLoaded) void prefetchEditor()
  }, [canEdit, isLoaded])

  return (
    <PlenumContext value={place}>
      <div className="plenum">
        <a className="skip" href="#plenum-page">
          {t('app:skipToContent')}
        </a>
        <TopBar
          badge="P"
          title={t('plenum:title')}
          middle={<PhaseList plan={plan} />}
          below={
            <>
              <PhaseBar person={person} plan={plan} stage="plenum" />
              <LedStrip person={person} plan={plan} />
            </>
          }
          end={
            <>
              <ConnectionState state={told} />
              <Avatars people={people} />
              <MainMenu />
            </>
          }
        />
        <div className="plenum-news">
          {refused !== null && (
            <Message
              tone="bad"
              live
              actions={<Button onClick={() => location.reload()}>{t('app:reload')}</Button>}
            >
              {t('plenum:refused')}
            </Message>
          )}
          {isLate && (
            <Message tone="wait" live>
              {t('plenum:late')}
            </Message>
          )}
          {place && <FrozenBanner />}
        </div>
        {place && isLoaded && <PlenumPoints />}
        {isGiving ? null : place && isLoaded ? (
          <PlenumBody view={view} />
        ) : (
          refused === null && (
            <main id="plenum-page" className="plenum-page">
              <p className="muted late">{t('app:loading')}</p>
            </main>
          )
        )}
      </div>
    </PlenumContext>
  )
}
