import type * as z from 'zod'
import type { BeamerAnswer, Person, SeatsAnswer } from '#shared/api.ts'
import type { beamerCommand } from '#shared/day/beamerCommand.ts'
import {
  groupShown,
  screenOf,
  type BeamerScreen,
  type BeamerShow,
  type ScreenNumber,
} from '#shared/day/beamerScreen.ts'
import type { Stage } from '#shared/day/phaseState.ts'
import type { GroupId } from '#shared/ids.ts'
import { Refusal } from '#shared/refusal.ts'
import { may, steers } from '#shared/roles.ts'
import { groupOf } from '#shared/template.ts'
import type { App } from '../app.ts'
import { consentOf } from '../plenum/consents.ts'

const rowId = (screen: ScreenNumber) => (screen === 1 ? 'main' : String(screen))

/** What a screen shows; what comes next is told to those who steer. */
export const beamerAnswer = ({ records }: App, person: Person, screen: ScreenNumber): BeamerAnswer => {
  const known = screenOf(records.get('beamer', rowId(screen)))
  return { ...known, queue: may(person, 'steerBeamer') ? known.queue : [], screen }
}

/** Who is where, by name, in the order of the alphabet. */
export const seatsAnswer = ({ records, plan }: App): SeatsAnswer => {
  const members = records.all('person').flatMap(([, person]) => (person.role === 'member' ? [person] : []))
  const collator = new Intl.Collator(plan.language, { numeric: true })
  return {
    groups: plan.groups.map(({ id }) => ({
      id,
      names: members
        .flatMap(({ seat, name }) => (seat?.kind === 'group' && seat.group === id ? [name] : []))
        .sort(collator.compare),
    })),
    seatless: members.filter(({ seat }) => seat === null).length,
  }
}

/** Views of a group's board that are no Teilfrage. */
const otherViews = ['plenum', 'speicher']

/** Changes what stands on a screen, for somebody who may have it there. */
export const steerBeamer = (
  app: App,
  person: Person,
  { screen, version, ...command }: z.output<typeof beamerCommand>,
): Promise<BeamerAnswer> =>
  app.day.inOrder(async () => {
    const before = screenOf(app.records.get('beamer', rowId(screen)))
    const show = (command.show as BeamerShow | undefined) ?? before.show
    if (!steers(person, screen, groupShown(show))) throw new Refusal('forbidden')
    const queue = (command.queue as BeamerShow[] | undefined) ?? before.queue
    const isOwn = (one: BeamerShow) => steers(person, screen, groupShown(one))
    // Whoever shows only one group leaves the others' plans alone.
    if (command.queue && !(isOwn(before.show) && before.queue.every(isOwn) && queue.every(isOwn)))
      throw new Refusal('forbidden')
    const timer = command.timer === undefined ? before.timer : (command.timer as Stage | null)
    if (
      command.timer &&
      !steers(person, screen, groupShown({ kind: 'timer', stage: command.timer as Stage }))
    )
      throw new Refusal('forbidden')
    if (version !== undefined && version !== before.version) throw new Refusal('outdated')
    for (const named of [...(command.show ? [show] : []), ...(command.queue ? queue : [])])
      demandShown(app, named)
    if (timer !== null && command.timer !== undefined) app.day.stage(timer)
    const row: BeamerScreen = {
      show,
      page: command.page ?? (command.show ? 0 : before.page),
      zoom: command.zoom ?? before.zoom,
      timer,
      message: command.message ?? before.message,
      queue,
      version: before.version + 1,
    }
    await app.records.commit([{ table: 'beamer', id: rowId(screen), value: row }])
    return { ...row, screen }
  })

/** Refuses to show what is not there. */
const demandShown = ({ plan, plenum, day, records }: App, show: BeamerShow): void => {
  if (show.kind === 'result') {
    plenum.result(show.id)
    if (show.proposal && records.get('proposal', show.proposal)?.result !== show.id)
      throw new Refusal('notFound')
  } else if (show.kind === 'consent') consentOf(records, show.id)
  else if (show.kind === 'timer' || show.kind === 'points') day.stage(show.stage)
  else if (show.kind === 'question' || show.kind === 'questions') {
    if (!plan.agenda.some(({ id }) => id === show.item)) throw new Refusal('badRequest', { field: 'item' })
  } else if (show.kind === 'group') {
    const group = groupOf(plan, show.group as GroupId)
    if (!group) throw new Refusal('groupUnknown')
    if (!group.questions.some(({ id }) => id === show.view) && !otherViews.includes(show.view))
      throw new Refusal('badRequest', { field: 'view' })
  }
}
