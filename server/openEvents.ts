import { readFile } from 'node:fs/promises'
import type { EventId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { TemplateFault } from '#shared/templateFault.ts'
import type { EventPlan } from '#shared/template.ts'
import { newCodes } from './auth/codes.ts'
import { Records, type Tables } from './records.ts'
import type { Store } from './store/store.ts'

/** Why the event cannot be opened, in sentences for whoever starts the server. */
export class EventFault extends Error {}

const shipped = new URL('../shared/templates/zukunft-wohlfahrt.json', import.meta.url)

export type OpenedEvent = { readonly records: Records; readonly plan: EventPlan }

/**
 * Opens all events of the store, the one this server began with first, or creates that one from the template on the first
 * start. A template whose event is not in the store is refused: it would stand beside the others by mistake.
 */
export const openEvents = async (
  store: Store,
  templatePath: string | null,
  now: number,
): Promise<readonly OpenedEvent[]> => {
  const stored = await store.events()
  const wanted = templatePath === null ? null : await readTemplate(templatePath)
  if (stored.length === 0) {
    const { json } = wanted ?? (await readTemplate(shipped))
    return [await createEvent(store, json, { createdAt: now, codes: newCodes() })]
  }
  if (wanted && !stored.includes(wanted.plan.id as EventId))
    throw new EventFault(
      `The store holds the event "${stored.join('", "')}", but ${templatePath} describes "${wanted.plan.id}". ` +
        `Start without EVENT_TEMPLATE to go on, or set another DATA_DIR for the new event.`,
    )
  const events = await Promise.all(stored.map((id) => openStored(store, id)))
  const isFirst = ({ records, plan }: OpenedEvent) =>
    wanted ? plan.id === wanted.plan.id : !rowOf(records)?.madeIn
  return events.sort(
    (a, b) =>
      Number(isFirst(b)) - Number(isFirst(a)) ||
      (rowOf(a.records)?.createdAt ?? 0) - (rowOf(b.records)?.createdAt ?? 0),
  )
}

const rowOf = (records: Records) => records.get('event', 'event')

const openStored = async (store: Store, id: EventId): Promise<OpenedEvent> => {
  const records = await Records.open(store, id)
  const event = rowOf(records)
  if (!event) throw new EventFault(`The store has no event row for "${id}". It cannot be used.`)
  return { records, plan: parseTemplate(event.template) }
}

/** A new event, empty. Its id stands in its template. */
export const createEvent = async (
  store: Store,
  template: unknown,
  more: Omit<Tables['event'], 'template'>,
): Promise<OpenedEvent> => {
  const plan = parseTemplate(template)
  const records = await Records.open(store, plan.id as EventId)
  await records.commit([{ table: 'event', id: 'event', value: { ...more, template } }])
  return { records, plan }
}

const readTemplate = async (path: string | URL): Promise<{ json: unknown; plan: EventPlan }> => {
  const name = path instanceof URL ? 'The shipped template' : path
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    throw new EventFault(`${name} cannot be read. Check EVENT_TEMPLATE.`)
  }
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return { json, plan: parseTemplate(json) }
  } catch (fault) {
    if (fault instanceof TemplateFault)
      throw new EventFault(
        `${name} is no usable template:\n${fault.sentences.map((line) => `  ${line}`).join('\n')}`,
      )
    if (fault instanceof SyntaxError) throw new EventFault(`${name} is no JSON: ${fault.message}.`)
    throw fault
  }
}
