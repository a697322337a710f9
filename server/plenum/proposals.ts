import type * as z from 'zod'
import type { Person } from '#shared/api.ts'
import { blocksOf, hasVisibleText, maxNoteLength, plainText } from '#shared/note.ts'
import { proposalLimits, type Proposal, type ProposalState } from '#shared/plenum/proposal.ts'
import type { proposeCommand, settleCommand } from '#shared/plenum/proposalCommands.ts'
import { editWording, restoreWording } from '#shared/plenum/proposalEdit.ts'
import { applyHunks, hunkBetween, hunksBetween, type Hunk } from '#shared/plenum/proposalHunks.ts'
import { placeOf, proposedText, rebased } from '#shared/plenum/proposalPlace.ts'
import type { ProposalView } from '#shared/plenum/proposalsAnswer.ts'
import { Refusal } from '#shared/refusal.ts'
import { wordingsOf, type Result } from '#shared/result.ts'
import type * as Y from 'yjs'
import type { RecordChange } from '../records.ts'
import { minuteRow } from './minuteRow.ts'
import type { Plenum } from './plenum.ts'

type Propose = z.output<typeof proposeCommand>
type Settle = z.output<typeof settleCommand>

const put = (row: Proposal): RecordChange => ({ table: 'proposal', id: row.id, value: row })
const signs = (text: string) => [...text].length

/** Everyone's, in order of arrival. */
export const proposalViews = ({ ports: { records } }: Plenum, person: Person): ProposalView[] =>
  records
    .all('proposal')
    .map(([, row]) => viewOf(row, person))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

export const viewOf = ({ person, settled, ...row }: Proposal, reader: Person): ProposalView => ({
  ...row,
  isMine: person === reader.id,
  settled: settled && { at: settled.at, reason: settled.reason, text: settled.text },
})

/** Proposes other words; what arrives twice under one id is one proposal, also when the answer was lost. */
export const propose = (plenum: Plenum, person: Person, id: string, command: Propose): Promise<Proposal> =>
  plenum.inOrder(async () => {
    const { records, now } = plenum.ports
    const known = records.get('proposal', command.id)
    if (known) {
      if (known.person !== person.id || known.result !== id) throw new Refusal('outdated')
      return known
    }
    demandOpen(plenum)
    const result = standing(plenum, id)
    const hunk = demandChange(command)
    const isOpen = (row: Proposal) => row.person === person.id && row.state === 'open'
    if (records.all('proposal').filter(([, row]) => isOpen(row)).length >= proposalLimits.open)
      throw new Refusal('proposalsTooMany', { most: String(proposalLimits.open) })
    const row: Proposal = {
      id: command.id,
      result: result.id,
      person: person.id,
      author: person.name,
      at: now(),
      base: command.base,
      ...hunk,
      reason: command.reason,
      state: 'open',
      settled: null,
    }
    const room = await plenum.room()
    await room.edit((doc) => {
      const placed = placeOf(row, currentOf(doc, result))
      if (!placed.hunk) throw new Refusal('proposalLost')
      return [put(row), told(plenum, row, 'made')]
    })
    return row
  })

/** Its author takes it back; twice is once. */
export const withdrawProposal = (plenum: Plenum, person: Person, id: string): Promise<Proposal> =>
  plenum.change(async () => {
    const row = known(plenum, id)
    if (row.person !== person.id) throw new Refusal('forbidden')
    if (row.state === 'withdrawn') return row
    demandUnsettled(row)
    const withdrawn: Proposal = { ...row, state: 'withdrawn' }
    await plenum.ports.records.commit([put(withdrawn), told(plenum, row, 'withdrawn')])
    return withdrawn
  })

/** Follows a proposal, in its words or others, or not: text, proposal and minutes in one commit. */
export const settleProposal = (plenum: Plenum, id: string, command: Settle): Promise<Proposal> =>
  plenum.change(async () => {
    const row = known(plenum, id)
    demandUnsettled(row)
    if (signs(command.reason) > proposalLimits.reason)
      throw new Refusal('proposalTooLong', { most: String(proposalLimits.reason) })
    const result = standing(plenum, row.result)
    const made: { row: Proposal } = { row }
    const room = await plenum.room()
    await room.edit((doc) => {
      const current = currentOf(doc, result)
      const settled = { at: plenum.ports.now(), reason: command.reason, text: null, before: null }
      if (command.how === 'declined') {
        made.row = { ...row, state: 'declined', settled }
        return [put(made.row), told(plenum, row, 'declined')]
      }
      const hunks = hunksFor(row, command, current)
      const after = applyHunks(current, hunks)
      if (after.length > maxNoteLength) throw new Refusal('tooLarge')
      const fragment = fragmentOf(doc, result)
      const before = blocksOf(fragment)
      editWording(fragment, hunks)
      made.row = {
        ...row,
        base: current,
        ...(placeOf(row, current).hunk ?? hunkBetween(current, after)),
        state: command.how,
        settled: { ...settled, text: after, before },
      }
      const done = { ...row, base: current, ...hunkBetween(current, after) }
      return [put(made.row), ...othersAfter(plenum, row, current, hunks), told(plenum, done, command.how)]
    })
    return made.row
  })

/** Takes a settlement back: the proposal is open again, and the text as it was, if nobody has changed it since. */
export const reopenProposal = (plenum: Plenum, id: string): Promise<Proposal> =>
  plenum.change(async () => {
    const row = known(plenum, id)
    if (row.state === 'open') return row
    if (row.state === 'withdrawn' || !row.settled) throw new Refusal('proposalSettled')
    const opened: Proposal = { ...row, state: 'open', settled: null }
    const { text, before } = row.settled
    if (text === null || before === null) {
      await plenum.ports.records.commit([put(opened), told(plenum, row, 'reopened')])
      return opened
    }
    const result = standing(plenum, row.result)
    const room = await plenum.room()
    await room.edit((doc) => {
      if (currentOf(doc, result) !== text) throw new Refusal('proposalChanged')
      const hunks = hunksBetween(text, plainText(before))
      restoreWording(fragmentOf(doc, result), hunks, before)
      return [put(opened), ...othersAfter(plenum, row, text, hunks), told(plenum, row, 'reopened')]
    })
    return opened
  })

const demandOpen = (plenum: Plenum): void => {
  if (plenum.isFrozen) throw new Refusal('plenumFrozen')
}
const demandUnsettled = ({ state }: Proposal): void => {
  if (state !== 'open') throw new Refusal('proposalSettled')
}
const known = ({ ports: { records } }: Plenum, id: string): Proposal => {
  const row = records.get('proposal', id)
  if (!row) throw new Refusal('notFound')
  return row
}
const standing = (plenum: Plenum, id: string): Result => {
  const result = plenum.result(id)
  if (result.dissolvedAt !== null) throw new Refusal('notFound')
  return result
}

/** What it changes, in whole words; refused if that is nothing, or too much. */
const demandChange = (command: Propose): Hunk => {
  const { base, from, to, reason } = command
  if (from > to || to > base.length || base.length > maxNoteLength) throw new Refusal('badRequest')
  const after = proposedText(command)
  if (!after.isWellFormed()) throw new Refusal('badRequest', { field: 'from' })
  const hunk = hunkBetween(base, after)
  if (!hunk || (!hasVisibleText(hunk.text) && !hasVisibleText(base.slice(hunk.from, hunk.to))))
    throw new Refusal('proposalEmpty')
  for (const [text, most] of [
    [hunk.text, proposalLimits.text],
    [reason, proposalLimits.reason],
  ] as const)
    if (signs(text) > most) throw new Refusal('proposalTooLong', { most: String(most) })
  return hunk
}

const fragmentOf = (doc: Y.Doc, { id }: Result): Y.XmlFragment => {
  const fragment = wordingsOf(doc).get(id)
  if (!fragment) throw new Refusal('notFound')
  return fragment
}
const currentOf = (doc: Y.Doc, result: Result): string => plainText(blocksOf(fragmentOf(doc, result)))

/** What becomes of the text of now. What the moderators did not see is not touched. */
const hunksFor = (row: Proposal, command: Exclude<Settle, { how: 'declined' }>, current: string): Hunk[] => {
  if (command.how === 'taken') {
    const { hunk } = placeOf(row, current)
    if (!hunk) throw new Refusal('proposalLost')
    return [hunk]
  }
  const { base = current, text } = command
  const wanted = hunksBetween(base, text).map((hunk) => placeOf({ base, ...hunk }, current).hunk)
  const hunks = wanted.flatMap((hunk) => hunk ?? [])
  if (hunks.length < wanted.length || hunks.some(({ from }, at) => from < (hunks[at - 1]?.to ?? 0)))
    throw new Refusal('outdated')
  if (hunks.length === 0) throw new Refusal('proposalEmpty')
  return hunks
}

/** The other open proposals for this wording follow its change. */
const othersAfter = (
  plenum: Plenum,
  { id, result }: Proposal,
  before: string,
  hunks: readonly Hunk[],
): RecordChange[] => {
  const after = applyHunks(before, hunks)
  return plenum.ports.records.all('proposal').flatMap(([, other]) => {
    if (other.id === id || other.result !== result || other.state !== 'open') return []
    const moved = rebased(other, { before, hunks, after })
    return moved === other ? [] : [put(moved)]
  })
}

type Did = Exclude<ProposalState, 'open'> | 'made' | 'reopened'
/** As it was called then, and what it wanted: these words → those words. */
const told = (plenum: Plenum, row: Proposal, did: Did): RecordChange => {
  const words = (text: string) => text.trim() || '–'
  return minuteRow(
    plenum.ports,
    { kind: 'proposal', did, proposal: row.id, result: row.result },
    {
      name: plenum.nameOf(plenum.result(row.result)),
      text: `${words(row.base.slice(row.from, row.to))} → ${words(row.text)}`,
    },
  )
}
