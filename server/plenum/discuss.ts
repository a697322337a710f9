import type * as z from 'zod'
import type { Person } from '#shared/api.ts'
import type { NoteRef, PersonId, ResultId } from '#shared/ids.ts'
import type { DiscussCounts } from '#shared/plenum/presenting.ts'
import type { discussCommand } from '#shared/plenum/presentingCommand.ts'
import { Refusal } from '#shared/refusal.ts'
import type { App } from '../app.ts'
import type { RecordChange } from '../records.ts'

type Target = NoteRef | ResultId

/** How many people ask to speak about each note and result. Who they are cannot be read from the rows. */
export const discussCounts = ({ records }: Pick<App, 'records'>): DiscussCounts => {
  const counts = new Map<string, number>()
  for (const [, { target }] of records.all('discuss')) counts.set(target, (counts.get(target) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The row that says that somebody marked it; without the server's secret it leads to nobody. */
const markId = ({ tickets }: App, target: Target, person: PersonId): string =>
  `${target}/${tickets.mark(`discuss/${target}/${person}`)}`

/** A human who was found to be two is one: what either marked is theirs. */
const ownMarks = (app: App, target: Target, { id }: Person): string[] => {
  const doubles = app.records
    .all('alias')
    .flatMap(([one, { into }]) => (into === id ? [one as PersonId] : []))
  return [id, ...doubles]
    .map((one) => markId(app, target, one))
    .filter((mark) => app.records.get('discuss', mark) !== undefined)
}

export const ownDiscuss = (app: App, person: Person): Target[] => {
  const targets = new Set(app.records.all('discuss').map(([, { target }]) => target))
  return [...targets].filter((target) => ownMarks(app, target, person).length > 0)
}

/**
 * Once a person, and it can be taken back; said twice it counts once. Who takes it back from a result takes it back from
 * the notes that it was made of as well.
 */
export const markDiscuss = (
  app: App,
  person: Person,
  { target: named, on }: z.output<typeof discussCommand>,
): Promise<void> =>
  app.plenum.change(async () => {
    const target = named as Target
    const result = app.records.get('result', target)
    if (on) {
      if (ownMarks(app, target, person).length > 0) return
      await demandThere(app, target)
      await app.records.commit([{ table: 'discuss', id: markId(app, target, person.id), value: { target } }])
      return
    }
    const marks = [target, ...(result?.sources ?? [])].flatMap((one) => ownMarks(app, one, person))
    const gone = marks.map((id): RecordChange => ({ table: 'discuss', id, value: null }))
    if (gone.length > 0) await app.records.commit(gone)
  })

/** A result that stands, or a note that the Plenum can see. */
const demandThere = async ({ records, plenum }: App, target: Target): Promise<void> => {
  const result = records.get('result', target)
  if (result && result.dissolvedAt === null) return
  const isGathered = (await plenum.gathering.notes()).some(({ ref }) => ref === target)
  if (!isGathered) throw new Refusal('notFound')
}
