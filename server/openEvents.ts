import { readFile } from 'node:fs/promises'
import type { EventId } from '#shared/ids.ts'
import { parseTemplate } from '#shared/parseTemplate.ts'
import { TemplateFault } from '#shared/templateFault.ts'
import type { EventPlan } from '#shared/template.ts'
import { newCodes } from './auth/codes.ts'
import { Records } from './records.ts'
import type { Store } from './store/store.ts'

/** Why the event cannot be opened, in sentences for whoever starts the server. */
export class EventFault extends Error {}

const shipped = new URL('../shared/templates/zukunft-wohlfahrt.json', import.meta.url)

/**
 * Opens the store's event, or creates it from the template on the first start.
 * The same template id goes on with what is stored; another one is refused.
 */
export const openEvent = async (
  store: Store,
  templatePath: string | null,
  now: number,
): Promise<{ records: Records; plan: EventPlan; isNew: boolean }> => {
  const stored = (await store.events())[0]
  if (stored !== undefined) {
    const records = await Records.open(store, stored)
    if (templatePath !== null) {
      const wanted = await readTemplate(templatePath)
      if (wanted.plan.id !== stored)
        throw new EventFault(
          `The store holds the event "${stored}", but ${templatePath} describes "${wanted.plan.id}". ` +
            `Start without EVENT_TEMPLATE to go on, or set another DATA_DIR for the new event.`,
        )
    }
    const event = records.get('event', 'event')
    if (!event) throw new EventFault(`The store has no event row for "${stored}". It cannot be used.`)
    return { records, plan: parseTemplate(event.template), isNew: false }
  }
  const { json, plan } = await readTemplate(templatePath ?? shipped)
  const records = await Records.open(store, plan.id as EventId)
  const event = { template: json, createdAt: now, codes: newCodes() }
  await records.commit([{ table: 'event', id: 'event', value: event }])
  return { records, plan, isNew: true }
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
