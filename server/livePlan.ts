import { parseTemplate } from '#shared/parseTemplate.ts'
import type { EventPlan } from '#shared/template.ts'
import type { Records } from './records.ts'

/** The plan of an event as its row says now; parsed anew only when the row has changed. */
export const livePlan = (records: Records, first: EventPlan): (() => EventPlan) => {
  let row = records.get('event', 'event')
  let plan = first
  return () => {
    const now = records.get('event', 'event')
    if (now && now.template !== row?.template) plan = parseTemplate(now.template)
    row = now
    return plan
  }
}
