import { isDeepStrictEqual } from 'node:util'
import { readNotes, standingNotes } from '#shared/board.ts'
import type { EventFact } from '#shared/day/eventsApi.ts'
import { phasesOf, type Stage } from '#shared/day/phaseState.ts'
import type { EventId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { Refusal } from '#shared/refusal.ts'
import { groupOf, labelOf, type EventPlan } from '#shared/template.ts'
import { TemplateFault } from '#shared/templateFault.ts'
import type { App } from '../app.ts'
import type { Events } from '../events.ts'
import { joinUrl } from '../joinUrl.ts'

type Template = Readonly<Record<string, unknown>>

/** This event and all that were made in it, or in one of those. */
const familyOf = (events: Events, app: App): readonly App[] => {
  const isMadeIn = (one: App): boolean => {
    const parent = rowOf(one).madeIn
    if (one === app || parent === app.event) return true
    const above = parent === undefined ? undefined : events.get(parent)
    return above !== undefined && above !== one && isMadeIn(above)
  }
  return events.all().filter(isMadeIn)
}

export const memberOfFamily = (events: Events, app: App, id: string): App => {
  const found = familyOf(events, app).find(({ event }) => event === id)
  if (!found) throw new Refusal('notFound')
  return found
}

export const eventFacts = (events: Events, app: App): EventFact[] =>
  familyOf(events, app).map((one) => factOf(one, app))

const factOf = (one: App, asking: App): EventFact => ({
  id: one.event,
  title: one.plan.title,
  date: one.plan.date,
  groups: one.plan.groups.length,
  people: one.records.all('person').filter(([, { role }]) => role === 'member').length,
  notes: one.records.all('note').length,
  isRehearsal: rowOf(one).isRehearsal === true,
  isThis: one === asking,
  staffUrl: joinUrl(one.baseUrl(), rowOf(one).codes.staff),
})

export const makeEvent = async (
  events: Events,
  app: App,
  template: Template,
  { isRehearsal = false } = {},
): Promise<EventFact> => {
  const plan = readPlan(template)
  if (events.get(plan.id)) throw new Refusal('eventTaken', { id: plan.id })
  const made = await events.create(template, { madeIn: app.event, ...(isRehearsal ? { isRehearsal } : {}) })
  return factOf(made, app)
}

/** The same set-up for another day: no people, no cards, nothing that was said. */
export const copyEvent = (
  events: Events,
  app: App,
  from: App,
  { id, title, date }: { readonly id: string; readonly title: string; readonly date: string },
): Promise<EventFact> => makeEvent(events, app, { ...templateOf(from), id, title, date })

export const templateOf = (app: App): Template => rowOf(app).template as Template

/** Another plan for an event that is there: what people have written must keep its place. */
export const changeTemplate = (app: App, template: Template, seen: Template): Promise<void> =>
  app.day.inOrder(async () => {
    if (!isDeepStrictEqual(seen, templateOf(app))) throw new Refusal('outdated')
    const plan = readPlan(template)
    if (plan.id !== app.event) throw new Refusal('badRequest', { field: 'id' })
    for (const { id } of app.plan.groups)
      if (!plan.groups.some((group) => group.id === id) && isInUse(app, id))
        throw new Refusal('groupInUse', { group: id })
    demandKept(app, plan)
    await demandQuestionsKept(app, plan)
    await app.records.commit([{ table: 'event', id: 'event', value: { ...rowOf(app), template } }])
  })

/** A Teilfrage with cards on it stays: nobody would find them any more. */
const demandQuestionsKept = async ({ plan: before, rooms }: App, plan: EventPlan): Promise<void> => {
  for (const group of before.groups) {
    const kept = groupOf(plan, group.id)?.questions ?? []
    const gone = group.questions.filter(({ id }) => !kept.some((question) => question.id === id))
    if (gone.length === 0) continue
    const board = await rooms.place({ kind: 'group', group: group.id })
    const asked = await board.read(
      (doc) => new Set(standingNotes(readNotes(doc)).map(({ question }) => question)),
    )
    for (const { id } of gone) if (asked.has(id)) throw new Refusal('questionInUse', { question: id })
  }
}

/** Neither what runs now nor a talk that was asked about loses its place. */
const demandKept = ({ plan: before, records }: App, plan: EventPlan): void => {
  const has = (list: readonly { readonly id: string }[], wanted: string) =>
    list.some(({ id }) => id === wanted)
  for (const [stage, { phase }] of records.all('phase')) {
    const running = phasesOf(before, stage as Stage).find(({ id }) => id === phase)
    if (running && !has(phasesOf(plan, stage as Stage), phase))
      throw new Refusal('phaseInUse', { phase: labelOf(running, before.language) })
  }
  for (const [, { item, isTakenBack }] of records.all('audienceQuestion')) {
    const talk = before.agenda.find(({ id }) => id === item)
    const isAskable = plan.agenda.some(({ id, hasQuestions }) => id === item && hasQuestions)
    if (talk?.hasQuestions && !isTakenBack && !isAskable) throw new Refusal('talkInUse', { item: talk.title })
  }
}

const isInUse = ({ records }: App, group: string): boolean =>
  records.all('note').some(([, row]) => row.group === group) ||
  records.all('person').some(([, { seat }]) => seat?.kind === 'group' && seat.group === group)

const readPlan = (template: Template): EventPlan => {
  try {
    return parseTemplate(template)
  } catch (fault) {
    if (fault instanceof TemplateFault)
      throw new Refusal('templateUnusable', { faults: fault.sentences.join('\n') })
    throw fault
  }
}

const rowOf = ({ records }: App) => {
  const row = records.get('event', 'event')
  if (!row) throw new Refusal('notFound')
  return row
}

/** A free id for a rehearsal of this event. */
export const rehearsalId = (events: Events, event: EventId): string => {
  for (let at = 1; ; at++) {
    const id = `${event.slice(0, 50)}-probe${at}`
    if (!events.get(id)) return id
  }
}
