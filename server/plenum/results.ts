import * as Y from 'yjs'
import type { NoteRef, ResultId } from '#shared/ids.ts'
import type { GatheredNote } from '#shared/gather.ts'
import { plainText, writeBlocks } from '#shared/note.ts'
import { Refusal } from '#shared/refusal.ts'
import { standingResults, titleFrom, wordingsOf, type Result } from '#shared/result.ts'
import { keyBetween } from '#shared/sortKey.ts'
import { groupOf, resultKinds, type EventPlan } from '#shared/template.ts'
import type { changeResultCommand, makeResultCommand, moveResultCommand } from '#shared/commands.ts'
import type * as z from 'zod'
import { citableNotes } from './citable.ts'
import { demandUnchanged } from './demandUnchanged.ts'
import type { Plenum } from './plenum.ts'
import { changeMinutes, resultMinute } from './resultMinute.ts'

type Make = z.output<typeof makeResultCommand>
type Change = z.output<typeof changeResultCommand>
type Move = z.output<typeof moveResultCommand>

/** A result out of one or several notes; its wording begins as their text, in the same commit. */
export const makeResult = (plenum: Plenum, { sources, links, kind, title }: Make): Promise<Result> =>
  plenum.change(async () => {
    const { plan, newId } = plenum.ports
    const refs = [...new Set(sources)] as NoteRef[]
    const notes = await citableNotes(plenum, refs)
    for (const ref of links) plenum.spokenNote(ref as NoteRef)
    refuseTaken(plenum, refs, null)
    const first = notes[0] as GatheredNote
    const blocks = notes.flatMap((note) => note.blocks)
    const result: Result = {
      id: newId<ResultId>(),
      group: first.group,
      order: keyBetween(lastOrder(plenum, first.group), null),
      kind: resultKind(plan, kind ?? first.kind, kind !== undefined),
      title: title || titleFrom(first.blocks),
      sources: refs,
      links: [...new Set(links)] as NoteRef[],
      levels: plan.levels.map(({ id }) => id).filter((id) => notes.some((note) => note.levels.includes(id))),
      tags: [...new Set(notes.flatMap((note) => note.tags))],
      lead: { levels: [], text: null },
      due: { date: null, text: null },
      openPoints: [],
      number: null,
      dissolvedAt: null,
    }
    const room = await plenum.room()
    await room.edit((doc) => {
      const wording = new Y.XmlFragment()
      writeBlocks(wording, blocks)
      wordingsOf(doc).set(result.id, wording)
      return [
        { table: 'result', id: result.id, value: result },
        resultMinute(plenum, 'made', result, refs, plainText(blocks).trim()),
      ]
    })
    return result
  })

/** Changes fields of a result. The wording is not among them: it is a document. */
export const changeResult = (plenum: Plenum, id: string, { was, ...change }: Change): Promise<Result> =>
  plenum.change(async () => {
    const { plan, records } = plenum.ports
    const known = plenum.result(id)
    demandUnchanged(known, change, was)
    if (change.group !== undefined && !groupOf(plan, change.group as Result['group']))
      throw new Refusal('groupUnknown')
    if (change.sources) refuseTaken(plenum, change.sources as NoteRef[], known.id)
    const named = [...(change.sources ?? []), ...(change.links ?? [])]
    for (const { note } of change.openPoints ?? []) if (note) named.push(note)
    for (const ref of named) plenum.spokenNote(ref as NoteRef)
    demandLevels(plan, [...(change.levels ?? []), ...(change.lead?.levels ?? [])])
    const knownTags = plan.tagSets.flatMap((set) => set.tags.map((tag) => tag.id))
    for (const tag of change.tags ?? [])
      if (!knownTags.some((id) => id === tag)) throw new Refusal('badRequest', { field: 'tags' })
    const result = { ...known, ...change } as Result
    const sources = [...new Set(result.sources)]
    const links = [...new Set(result.links)]
    const kind = change.kind === undefined ? known.kind : resultKind(plan, change.kind, true)
    const isMoved = result.group !== known.group || kind !== known.kind
    const order = isMoved ? keyBetween(lastOrder(plenum, result.group), null) : known.order
    const changed: Result = { ...result, kind, order, sources, links }
    await records.commit([{ table: 'result', id, value: changed }, ...changeMinutes(plenum, known, changed)])
    return changed
  })

/** Stands before another result of its kind and Leitfrage, or (null) at the end. */
export const moveResult = (plenum: Plenum, id: string, { before }: Move): Promise<Result> =>
  plenum.change(async () => {
    const { plan, records } = plenum.ports
    const result = plenum.result(id)
    const others = standingResults(plenum.results(), plan).filter(
      (other) => other.group === result.group && other.kind === result.kind && other.id !== id,
    )
    const at = before === null ? others.length : others.findIndex((other) => other.id === before)
    if (at < 0) throw new Refusal('outdated')
    const order = keyBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null)
    const moved: Result = { ...result, order }
    await records.commit([{ table: 'result', id, value: moved }])
    return moved
  })

/** Un-merges: the notes stand alone again. The row and its wording stay and can be brought back. */
export const dissolveResult = (plenum: Plenum, id: string): Promise<Result> =>
  plenum.change(async () => {
    const known = plenum.result(id)
    if (known.dissolvedAt !== null) return known
    const dissolved: Result = { ...known, dissolvedAt: plenum.ports.now() }
    await plenum.ports.records.commit([
      { table: 'result', id, value: dissolved },
      resultMinute(plenum, 'dissolved', known),
    ])
    return dissolved
  })

export const restoreResult = (plenum: Plenum, id: string): Promise<Result> =>
  plenum.change(async () => {
    const result = plenum.result(id)
    if (result.dissolvedAt === null) return result
    refuseTaken(plenum, result.sources, result.id)
    const restored: Result = { ...result, dissolvedAt: null }
    await plenum.ports.records.commit([
      { table: 'result', id, value: restored },
      resultMinute(plenum, 'restored', restored),
    ])
    return restored
  })

/** A note stands in one result only; who comes second is told which. */
const refuseTaken = (plenum: Plenum, refs: readonly NoteRef[], but: ResultId | null): void => {
  for (const result of plenum.results()) {
    if (result.dissolvedAt !== null || result.id === but) continue
    const taken = refs.find((ref) => result.sources.includes(ref))
    if (taken)
      throw new Refusal('noteTaken', { result: plenum.nameOf(result), note: plenum.spokenNote(taken) })
  }
}

/** Refuses levels that the template does not have. */
export const demandLevels = (plan: EventPlan, levels: readonly string[]): void => {
  for (const level of levels)
    if (!plan.levels.some(({ id }) => id === level)) throw new Refusal('badRequest', { field: 'levels' })
}

const lastOrder = (plenum: Plenum, group: string): string | null =>
  plenum
    .results()
    .filter((result) => result.group === group)
    .map((result) => result.order)
    .sort()
    .at(-1) ?? null

const resultKind = (plan: EventPlan, wanted: string, mustFit: boolean): Result['kind'] => {
  const kinds = resultKinds(plan)
  const found = kinds.find(({ id }) => id === wanted)
  if (!found && mustFit) throw new Refusal('badRequest', { field: 'kind' })
  return (found ?? (kinds[0] as (typeof kinds)[number])).id
}
