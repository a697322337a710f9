import type * as z from 'zod'
import type { Person } from '#shared/api.ts'
import { screenOf } from '#shared/day/beamerScreen.ts'
import { partsOfRef, type GroupId } from '#shared/ids.ts'
import { freshPresenting, type Presented, type Presenting } from '#shared/plenum/presenting.ts'
import type { PresentingAnswer } from '#shared/plenum/presentingAnswer.ts'
import type { presentingCommand } from '#shared/plenum/presentingCommand.ts'
import {
  beamerShowOf,
  isNewTopic,
  presentingMinutes,
  presentingOrder,
  timerAfter,
  type TimerMove,
} from '#shared/plenum/presentingMoves.ts'
import { Refusal } from '#shared/refusal.ts'
import { groupOf } from '#shared/template.ts'
import type { App } from '../app.ts'
import type { RecordChange } from '../records.ts'
import { discussCounts, ownDiscuss } from './discuss.ts'
import { minuteRow } from './minuteRow.ts'

const presentingOf = ({ records }: App): Presenting => records.get('presenting', 'plenum') ?? freshPresenting

export const presentingAnswer = (app: App, person: Person): PresentingAnswer => {
  const presenting = presentingOf(app)
  return {
    ...presenting,
    order: presentingOrder(app.plan, presenting.order),
    minutes: presentingMinutes(app.plan),
    discuss: discussCounts(app),
    mine: ownDiscuss(app, person),
  }
}

/**
 * Leads everyone somewhere: row, screen and the line of the minutes in one commit. It changes no result and goes on in a
 * frozen Plenum, as the screens do; then without a line.
 */
export const present = (app: App, command: z.output<typeof presentingCommand>): Promise<void> =>
  // The day's order first, as whatever else takes both: the screen is one of its facts.
  app.day.inOrder(() =>
    app.plenum.inOrder(async () => {
      const { records, plan, now } = app
      const before = presentingOf(app)
      if (command.version !== undefined && command.version !== before.version) throw new Refusal('outdated')
      const shown = command.now === undefined ? before.now : (command.now as Presented | null)
      if (command.now) await demandThere(app, command.now as Presented)
      for (const group of command.order ?? []) demandGroup(app, group)
      if (command.timer?.do === 'start') demandGroup(app, command.timer.group)
      const row: Presenting = {
        now: shown,
        order: (command.order as GroupId[] | undefined) ?? before.order,
        timer: timerAfter(
          before,
          shown,
          command.timer as TimerMove | undefined,
          presentingMinutes(plan),
          now(),
        ),
        version: before.version + 1,
      }
      const isTold = isNewTopic(before.now, shown) && !app.plenum.isFrozen
      await records.commit([
        { table: 'presenting', id: 'plenum', value: row },
        ...(command.beamer && shown ? screenRow(app, shown) : []),
        ...(isTold
          ? [minuteRow(app, { kind: 'presented', presented: shown }, { name: nameOf(app, shown) })]
          : []),
      ])
    }),
  )

/** The first screen shows the same, from its first page; what lies over it stays. */
const screenRow = ({ records }: App, shown: Presented): RecordChange[] => {
  const show = beamerShowOf(shown)
  const screen = screenOf(records.get('beamer', 'main'))
  return [{ table: 'beamer', id: 'main', value: { ...screen, show, page: 0, version: screen.version + 1 } }]
}

const demandGroup = ({ plan }: App, group: string): void => {
  if (!groupOf(plan, group as GroupId)) throw new Refusal('groupUnknown')
}

/** Nobody is led to what is not there. */
const demandThere = async (app: App, shown: Presented): Promise<void> => {
  if (shown.kind === 'group' || shown.kind === 'block') demandGroup(app, shown.group)
  if (shown.kind === 'result' && app.plenum.result(shown.id).dissolvedAt !== null)
    throw new Refusal('notFound')
  if (shown.kind !== 'group' || shown.note === null) return
  const { note, group } = shown
  const isThere = (await app.plenum.gathering.notes()).some(({ ref }) => ref === note)
  if (partsOfRef(note).group !== group || !isThere) throw new Refusal('notFound')
}

const nameOf = (app: App, shown: Presented): string => {
  if (shown.kind === 'group' || shown.kind === 'block')
    return [shown.group, groupOf(app.plan, shown.group)?.title].filter(Boolean).join(' ')
  if (shown.kind !== 'result') return ''
  const result = app.plenum.result(shown.id)
  const name = app.plenum.nameOf(result)
  return name === result.title ? name : `${name} ${result.title}`
}
