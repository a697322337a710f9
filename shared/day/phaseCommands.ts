import * as z from 'zod'
import { oneLine } from '../commands.ts'
import { hasVisibleText } from '../note.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** The round that was on the screen of whoever asks, 0 where nothing ran: a stale one is refused. */
const round = z.int().min(0).optional()
/** Made by the client once for each wish: what comes again with the same key counts once. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .optional()
const minutes = z
  .int()
  .min(-120)
  .max(120)
  .refine((value) => value !== 0)

export const startPhaseCommand = z.object({ phase: id, round })
/** `endsAt`: what the timer counted to on the screen of whoever asks. */
export const extendPhaseCommand = z.object({ minutes, round, endsAt: z.number().optional() })
export const membersCommand = z.object({ members: z.enum(['write', 'read']), round })
export const rapporteurCommand = z.object({ person: id.nullable() })
export const endPhaseCommand = z.object({ round })
export const doneCommand = z.object({ done: z.boolean(), round })
export const shiftCommand = z.object({ minutes, key })

export const maxNoticeLength = 300
export const noticeCommand = z.object({
  text: z.string().max(4000).transform(oneLine),
  /** Null: everyone. */
  to: id.nullable(),
  key,
})

/** A message has something to see, and fits on a phone. */
export const isNoticeText = (text: string): boolean =>
  hasVisibleText(text) && [...text].length <= maxNoticeLength

export type StartPhase = z.output<typeof startPhaseCommand>
export type ExtendPhase = z.output<typeof extendPhaseCommand>
export type SwitchMembers = z.output<typeof membersCommand>
export type NameRapporteur = z.output<typeof rapporteurCommand>
export type EndPhase = z.output<typeof endPhaseCommand>
export type SayDone = z.output<typeof doneCommand>
export type ShiftDay = z.output<typeof shiftCommand>
export type SendNotice = z.output<typeof noticeCommand>
