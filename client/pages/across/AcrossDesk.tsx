import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Person } from '#shared/api.ts'
import { groupOf, type EventPlan } from '#shared/template.ts'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import { may } from '#shared/roles.ts'
import { usePlenum } from '../../sync/records.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Message } from '../../ui/Message.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { Loading } from '../Loading.tsx'
import { NoAnswer } from '../NoAnswer.tsx'
import { usePresenting } from '../plenum/presenting/usePresenting.ts'
import { AcrossPlaceContext, type AcrossPlace } from './acrossPlace.ts'
import { notesInPath, proposalsPath, viewInPath } from './acrossPath.ts'
import { ComparePage } from './ComparePage.tsx'
import { GroupColumns } from './GroupColumns.tsx'
import { GroupFeed } from './GroupFeed.tsx'
import { findAgain, useOverlaps } from './overlapCommands.ts'
import { ProposalList } from './ProposalList.tsx'
import type { GroupSheetInUse } from './useGroupSheet.ts'
import './across.css'
import './columns.css'

/** After the boards have been calm for so long they are compared anew. */
const calmMs = 2000

type AcrossDeskProps = { readonly person: Person; readonly plan: EventPlan }

/** The only quiet half hour: what the groups have in common on the left, the cards themselves beside it. */
export function AcrossDesk({ person, plan }: AcrossDeskProps) {
  const t = useTexts()
  const [search] = useSearchParams()
  const { data: plenum, failureReason } = usePlenum()
  const overlaps = useOverlaps()
  const order = usePresenting()?.order
  const [inUse, setInUse] = useState<ReadonlyMap<GroupId, GroupSheetInUse>>(new Map())
  const [chosen, setChosen] = useState<readonly NoteRef[]>([])
  const onSheet = useCallback(
    (group: GroupId, sheet: GroupSheetInUse) => setInUse((known) => new Map(known).set(group, sheet)),
    [],
  )
  useCompareAgain(inUse, plenum?.results)
  const groups = useMemo(
    () =>
      [...new Set([...(order ?? []), ...plan.groups.map(({ id }) => id)])].flatMap(
        (id) => groupOf(plan, id) ?? [],
      ),
    [plan, order],
  )
  const place = useMemo((): AcrossPlace | null => {
    if (!plenum) return null
    const notes = [...inUse.values()].flatMap(({ sheet }) =>
      sheet ? [...sheet.marked, ...sheet.others, ...sheet.parked] : [],
    )
    const isFrozen = plenum.plenum.state === 'frozen'
    return {
      plan,
      groups,
      plenum,
      inUse,
      rows: new Map(notes.map((row) => [row.ref, row])),
      isFrozen,
      mayShape: may(person, 'shapePlenum') && !isFrozen,
      mayOrder: may(person, 'shapePlenum'),
      chosen,
      setChosen,
    }
  }, [plenum, inUse, plan, groups, person, chosen])

  const named = notesInPath(search)
  const isOffline = [...inUse.values()].some((one) => one.isOffline)
  const feeds = plan.groups.map((group) => (
    <GroupFeed key={group.id} plan={plan} group={group} person={person} onSheet={onSheet} />
  ))
  if (!place)
    return (
      <>
        {feeds}
        {failureReason ? <NoAnswer /> : <Loading />}
      </>
    )
  return (
    <AcrossPlaceContext value={place}>
      {feeds}
      <main className="across" data-view={viewInPath(search)}>
        <ProposalList overlaps={overlaps} named={named} />
        <div className="across-main">
          <p className="across-back">
            <ButtonLink variant="quiet" size="small" icon="arrow-left" to={proposalsPath}>
              {t('across:similar')}
            </ButtonLink>
          </p>
          <div role="status">{isOffline && <Message tone="wait">{t('across:offline')}</Message>}</div>
          {named.length > 0 ? (
            <ComparePage key={named.join()} named={named} overlaps={overlaps?.overlaps ?? []} />
          ) : (
            <GroupColumns />
          )}
        </div>
      </main>
    </AcrossPlaceContext>
  )
}

/** Boards and results change under the reader: proposals follow once it is calm. */
const useCompareAgain = (boards: unknown, results: unknown): void => {
  useEffect(() => {
    const timer = setTimeout(() => void findAgain(), calmMs)
    return () => clearTimeout(timer)
  }, [boards])
  const seen = useRef(results)
  useEffect(() => {
    if (seen.current && seen.current !== results) void findAgain()
    seen.current = results
  }, [results])
}
