import type * as z from 'zod'
import type { PlenumAnswer } from '#shared/api.ts'
import type { closingCommand } from '#shared/commands.ts'
import type { GroupId, NoteRef } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import type { PlenumState } from '#shared/result.ts'
import { groupOf } from '#shared/template.ts'
import { demandUnchanged } from './demandUnchanged.ts'
import type { Plenum } from './plenum.ts'
import { demandLevels } from './results.ts'

/** What is said at the end: open points, the Themenspeicher and the next steps. */
export const changeClosing = (
  plenum: Plenum,
  { was, ...closing }: z.output<typeof closingCommand>,
): Promise<PlenumAnswer> =>
  plenum.change(async () => {
    const { plan, records } = plenum.ports
    demandUnchanged(plenum.state, closing, was)
    for (const { note } of [...(closing.openPoints ?? []), ...(closing.parkingLot ?? [])])
      if (note) plenum.spokenNote(note as NoteRef)
    for (const { group } of closing.openPoints ?? [])
      if (!groupOf(plan, group as GroupId)) throw new Refusal('groupUnknown')
    demandLevels(plan, closing.parkingLot?.flatMap(({ addressee }) => addressee.levels) ?? [])
    const state = { ...plenum.state, ...closing } as PlenumState
    await records.commit([{ table: 'plenum', id: 'plenum', value: state }])
    return plenum.answer()
  })
