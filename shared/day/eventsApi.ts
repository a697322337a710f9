import * as z from 'zod'

/** An event as those who set it up see it. */
export type EventFact = {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly groups: number
  readonly people: number
  readonly notes: number
  readonly isRehearsal: boolean
  /** The one whose ticket asks. */
  readonly isThis: boolean
  /** Lets staff in; for this event it is among its links. */
  readonly staffUrl: string
}
/** GET /api/events: this event and those that were made in it. */
export type EventsAnswer = { readonly events: readonly EventFact[] }
/** GET /api/events/:id/template: what it was made of, as it was given. */
export type TemplateAnswer = { readonly template: unknown }

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const makeEventCommand = z.object({ template: z.record(z.string(), z.unknown()) })
export const copyEventCommand = z.object({ id, title: z.string().trim().min(1).max(160), date: z.iso.date() })
/** `seen`: the template that was on the screen; if it has changed since, whoever sends is told. */
export const changeTemplateCommand = z.object({
  template: z.record(z.string(), z.unknown()),
  seen: z.record(z.string(), z.unknown()),
})
