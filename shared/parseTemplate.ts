import * as z from 'zod'
import { parseNoteKinds } from './parseNoteKinds.ts'
import { languages, type EventPlan } from './template.ts'
import { bothLanguages, byId, id, label, listOf, optionalText, prose, text } from './templateFields.ts'
import { TemplateFault } from './templateFault.ts'

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/
const time = z.string().regex(timePattern, 'must be a time such as 09:30')
const day = z.iso.date('must be a date such as 2020-04-29')
const timezone = z.string().refine(isTimezone, 'must be a time zone such as Europe/Berlin')

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const level = z
  .object({ id, ...label, short: z.string().max(6).optional() })
  .transform(({ short, ...rest }, context) => {
    const named = bothLanguages(rest, context)
    return { ...named, short: short ?? initials(named.de ?? '') }
  })
/** Kreisverband → KV: the first letter and the next stressed part; other words keep two letters. */
function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter(Boolean)
  if (parts.length > 1)
    return parts
      .map((part) => part[0])
      .join('')
      .toUpperCase()
      .slice(0, 3)
  const tail = /(verband|verein|ebene|stelle|gruppe|amt|bund)$/i.exec(name)
  return (tail ? `${name[0]}${tail[1]?.[0]}` : name.slice(0, 2)).toUpperCase()
}

const tagSet = z
  .object({
    id,
    ...label,
    tags: z.array(z.object({ id, ...label }).transform(bothLanguages)).superRefine(byId),
  })
  .transform((set, context) => ({
    ...bothLanguages(set, context),
    tags: set.tags.map((tag) => ({ ...tag, id: `${set.id}/${tag.id}` })),
  }))

const group = z.object({
  id: z.string().regex(/^[A-Za-z0-9]{1,8}$/, 'may only hold letters and digits (1 to 8)'),
  title: text(160),
  questions: z
    .array(z.object({ id, text: text(600) }))
    .min(1, 'must hold at least one question')
    .max(8, 'may hold at most 8 questions')
    .superRefine(byId),
  room: optionalText,
  capacity: z
    .int()
    .min(1)
    .max(1000)
    .nullish()
    .transform((value) => value ?? null),
})
const agendaItem = z.object({
  id,
  start: time,
  end: time,
  kind: z.string().default('item'),
  title: text(300),
  speaker: optionalText,
  organisation: optionalText,
  hasQuestions: z.boolean().default(false),
})
/** Where a template says nothing, members write and nothing is hidden. */
const rules = z
  .object({
    members: z.enum(['write', 'read']).default('write'),
    hidden: z.boolean().default(false),
    points: z.boolean().default(false),
    view: z.enum(['list', 'board']).nullable().default(null),
  })
  .prefault({})
const phase = z
  .object({
    id,
    ...label,
    start: time,
    end: time,
    minutes: z.number().positive(),
    goal: prose,
    rules,
  })
  .transform(bothLanguages)
const points = (usual: number) => z.int().min(1).max(100).default(usual)
const voting = z
  .object({
    pointsPerPerson: points(5),
    maxPointsPerNote: points(2),
    plenumPointsPerPerson: points(3),
    plenumMaxPointsPerItem: points(1),
    plenumKinds: z.array(id).min(1, 'must name at least one kind').nullish(),
  })
  .prefault({})
const consent = z
  .object({ id, ...label, blocks: z.boolean(), needsReason: z.boolean(), meaning: prose })
  .transform(bothLanguages)

const plan = z.object({
  schemaVersion: z.literal(1, 'must be 1, the version this program reads'),
  id,
  title: text(160),
  subtitle: prose,
  language: z.enum(languages),
  date: day,
  timezone,
  start: time,
  end: time,
  purpose: prose,
  agenda: listOf(agendaItem),
  groups: z
    .array(group)
    .min(1, 'must hold at least one group')
    .max(8, 'may hold at most eight groups')
    .superRefine(byId)
    .refine(
      (groups) => groups.every(({ id }) => id.toLowerCase() !== 'plenum'),
      '"plenum" is taken, name a group otherwise',
    ),
  noteKinds: parseNoteKinds,
  levels: listOf(level),
  tagSets: listOf(tagSet),
  phases: listOf(phase),
  plenumPhases: listOf(phase),
  consent: listOf(consent),
  voting,
  askLevelAtJoin: z.enum(['no', 'optional']).default('no'),
})

const template = plan
  .superRefine(({ start, end }, context) => {
    if (timePattern.test(start) && timePattern.test(end) && end <= start)
      context.addIssue({ code: 'custom', path: ['end'], message: 'must be later than start' })
  })
  .superRefine(({ noteKinds, voting: { plenumKinds } }, context) => {
    plenumKinds?.forEach((kind, at) => {
      if (noteKinds.some(({ id, isResult }) => id === kind && isResult)) return
      const message = `"${kind}" is no kind of result`
      context.addIssue({ code: 'custom', path: ['voting', 'plenumKinds', at], message })
    })
  })
  .transform(({ askLevelAtJoin, voting, ...rest }) => {
    // Where a template says nothing, everything that the Plenum adopts gets points.
    const all = rest.noteKinds.flatMap(({ id, isResult }) => (isResult ? [id] : []))
    const plenumKinds = voting.plenumKinds ?? all
    return { ...rest, voting: { ...voting, plenumKinds }, askLevel: askLevelAtJoin }
  })

/** Turns JSON from outside into an event plan, or throws a TemplateFault. */
export const parseTemplate = (json: unknown): EventPlan => {
  const parsed = template.safeParse(json)
  if (parsed.success) return parsed.data as unknown as EventPlan
  throw new TemplateFault(parsed.error.issues)
}
