import type { NoteRef, ResultId } from '#shared/ids.ts'
import { fatesOf } from '#shared/plenum/fateOf.ts'
import {
  blocks,
  openKinds,
  type OpenAnswer,
  type OpenKind,
  type OpenThing,
} from '#shared/plenum/openThings.ts'
import { openObjections } from '#shared/plenum/remark.ts'
import { Refusal } from '#shared/refusal.ts'
import { standingOf, standingResults, type Result } from '#shared/result.ts'
import { parkingLotKind } from '#shared/template.ts'
import { votesAt } from '../day/votesAt.ts'
import { parkedNotes, readBoards } from './boards.ts'
import type { Plenum } from './plenum.ts'
import { readWordings } from './reporting.ts'

/** Everything that a finalisation would leave open, from committed state. */
export const readOpenThings = async (plenum: Plenum): Promise<OpenAnswer> => {
  const { plan, records, rooms } = plenum.ports
  const { results: all, decisions, fates, latecomers } = plenum.answer()
  const room = await plenum.room()
  const wordings = await room.read((doc) => readWordings(doc, all))
  const gathered = await plenum.gathering.notes()
  const results = standingResults(all, plan)
  const remarks = records.all('remark').map(([, remark]) => remark)
  const proposals = records.all('proposal').filter(([, { state }]) => state === 'open')
  const fateOf = fatesOf({ plan, results: all, decisions, fates, plenum: plenum.state })
  const atResult = (result: Result): OpenThing => ({
    name: plenum.nameOf(result),
    result: result.id,
    note: null,
  })
  const standings = results.map((result) => ({
    result,
    standing: standingOf(result, wordings.get(result.id) ?? [], decisions),
  }))
  const things: Readonly<Record<OpenKind, readonly OpenThing[]>> = {
    consent: records
      .all('consent')
      .filter(([, { closedAt }]) => closedAt === null)
      .flatMap(([, { results: asked }]) => asked.map(({ id }) => namedResult(plenum, id))),
    points: votesAt(records, 'plenum')
      .filter(({ closedAt }) => closedAt === null)
      .map(() => nothing),
    undecided: standings
      .filter(({ standing }) => standing.state === 'open')
      .map(({ result }) => atResult(result)),
    changed: standings.filter(({ standing }) => standing.changed).map(({ result }) => atResult(result)),
    objections: results
      .filter(({ id }) => openObjections(id, remarks, decisions, plan).length > 0)
      .map(atResult),
    proposals: results.filter(({ id }) => proposals.some(([, { result }]) => result === id)).map(atResult),
    loose: gathered
      .filter((note) => note.order !== null && fateOf(fated(note)).kind === 'open')
      .filter(({ ref }) => !results.some(({ sources }) => sources.includes(ref)))
      .map(({ ref, number }) => ({ name: number, result: null, note: ref })),
    parked: [
      ...parkedNotes(await readBoards(rooms, plan), records).map(({ ref, number }) => ({
        ref,
        number,
        isParked: true,
      })),
      ...gathered.map(({ ref, number }) => ({ ref, number, isParked: false })),
    ]
      .filter(({ ref }, at, rows) => rows.findIndex((row) => row.ref === ref) === at)
      .filter(({ ref, isParked }) => {
        const { kind, addressee } = fateOf({ ref, isMarked: false, isWithdrawn: false, isParked })
        return kind === 'parked' && addressee === null
      })
      .map(({ ref, number }) => ({ name: number, result: null, note: ref })),
    late: Array.from({ length: latecomers }, () => nothing),
  }
  const lists = openKinds
    .map((kind) => ({
      kind,
      things: things[kind].filter(({ name }) => name !== ''),
      count: things[kind].length,
    }))
    .filter(({ count }) => count > 0)
  return { lists, blocked: lists.some(({ kind }) => blocks(kind)) }
}

const nothing: OpenThing = { name: '', result: null, note: null }
const namedResult = (plenum: Plenum, id: ResultId): OpenThing => {
  const result = plenum.ports.records.get('result', id)
  return { name: result ? plenum.nameOf(result) : '', result: id, note: null }
}
const fated = ({
  ref,
  order,
  withdrawn,
  kind,
}: {
  ref: NoteRef
  order: string | null
  withdrawn: boolean
  kind: string
}) => ({
  ref,
  isMarked: order !== null,
  isWithdrawn: withdrawn,
  isParked: kind === parkingLotKind,
})

/** What runs must be closed first: its answers would be lost otherwise. */
export const refuseRunning = ({ ports: { records } }: Plenum): void => {
  if (records.all('consent').some(([, { closedAt }]) => closedAt === null)) throw new Refusal('consentRuns')
  if (votesAt(records, 'plenum').some(({ closedAt }) => closedAt === null)) throw new Refusal('voteOpen')
}
