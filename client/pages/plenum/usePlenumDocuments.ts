import { useMemo } from 'react'
import type { Person } from '#shared/api.ts'
import type { GatheredNote } from '#shared/gather.ts'
import type { EventId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { can, openDay } from '#shared/roles.ts'
import type { EventPlan } from '#shared/template.ts'
import { useRoom } from '../../sync/useRoom.ts'
import { useStore } from '../../sync/useStore.ts'
import { valueStore, type ReadStore } from '../../sync/valueStore.ts'
import { gatheredStore } from './gatheredStore.ts'
import { wordingStore, type Wordings } from './wordingStore.ts'

const noNotes: readonly GatheredNote[] = []
const noWordings: ReadStore<Wordings> = valueStore(new Map())

/** The two documents of the Plenum: what the groups handed over, and the wordings. */
export const usePlenumDocuments = (person: Person, plan: EventPlan) => {
  const event = plan.id as EventId
  // A freeze is the server's business: what was written before it and comes late must still be offered.
  const mayWrite = can(person, openDay, 'write', { kind: 'plenum' })
  const plenum = useRoom(roomName(event, { kind: 'plenum' }), { mayWrite, person: person.id })
  const gathered = useRoom(roomName(event, { kind: 'gathered' }), { mayWrite: false, person: person.id })
  const wordings = useMemo(() => plenum.room && wordingStore(plenum.room.doc), [plenum.room])
  const notes = useMemo(() => gathered.room && gatheredStore(gathered.room.doc, plan), [gathered.room, plan])
  return {
    plenum,
    gathered,
    isLoaded: plenum.isLoaded && gathered.isLoaded,
    wordings: wordings ?? noWordings,
    notes: useStore(notes) ?? noNotes,
  }
}
