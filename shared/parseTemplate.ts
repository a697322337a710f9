import * as z from 'zod'
import { kindIcons, languages, papers, parkingLotKind, type EventPlan, type Label } from './template.ts'
import { TemplateFault } from './templateFault.ts'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'may only hold letters, digits, - and _ (1 to 64)')
const text = (max: number) =>
  z.string().trim().min(1, 'must not be empty').max(max, `may hold at most ${max} characters`)
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
const prose = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/
const time = z.string().regex(timePattern, 'must be a time such as 09:30')
const day = z.iso.date('must be a date such as 2020-04-29')
/** One language is enough: it then stands for both. */
const label = { de: text(120).optional(), en: text(120).optional() }
type Words = { de?: string | undefined; en?: string | undefined }
const bothLanguages = <T extends Words>(value: T, context: z.RefinementCtx): T & Label => {
  const de = value.de ?? value.en
  if (de !== undefined) return { ...value, de, en: value.en ?? de }
  context.addIssue({ code: 'custom', path: ['de'], message: 'must be a text' })
  return z.NEVER
}
const timezone = z.string().refine(isTimezone, 'must be a time zone such as Europe/Berlin')

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** No value of this field may stand in two items; null counts as none. */
const unique =
  <T>(field: string, valueOf: (item: T) => string | null) =>
  (items: readonly T[], context: z.RefinementCtx) => {
    const seen = new Set<string>()
    items.forEach((item, at) => {
      const value = valueOf(item)
      if (value === null) return
      if (seen.has(value))
        context.addIssue({ code: 'custom', path: [at, field], message: `"${value}" is used twice` })
      seen.add(value)
    })
  }
const byId = unique('id', (item: { id: string }) => item.id)
/** A list that may be left out. */
const listOf = <T extends z.ZodType<{ id: string }>>(item: T) =>
  z
    .array(item)
    .superRefine(byId)
    .nullish()
    .transform((items) => items ?? [])
const byResultLetter = unique('letter', (kind: { letter: string; isResult: boolean }) =>
  kind.isResult ? kind.letter : null,
)

const noteKind = z
  .object({
    id,
    ...label,
    paper: z.enum(papers).optional(),
    icon: z.enum(kindIcons).optional(),
    letter: z
      .string()
      .regex(/^\p{Lu}$/u, 'must be one capital letter')
      .optional(),
    isDefault: z.boolean().default(false),
    isResult: z.boolean().optional(),
    meaning: prose,
    meaningEn: z.string().optional(),
  })
  .transform(({ meaning, meaningEn, ...kind }, context) => ({
    ...bothLanguages(kind, context),
    meaning: { de: meaning, en: meaningEn ?? meaning },
  }))

const kindsWithDefaults = z
  .array(noteKind)
  .min(1, 'must name at least one kind')
  .max(12, 'may name at most 12 kinds')
  .superRefine(byId)
  .transform(withResults)
  .transform(withLooks)
  .superRefine(byResultLetter)
  .superRefine((kinds, context) => {
    if (!kinds.some((kind) => kind.isResult))
      context.addIssue({ code: 'custom', message: 'must have at least one kind with "isResult": true' })
    if (kinds.filter((kind) => kind.isDefault).length > 1)
      context.addIssue({ code: 'custom', message: 'may have only one kind with "isDefault": true' })
  })

/** A template that does not say which kinds the Plenum adopts means all but the Themenspeicher. */
function withResults<T extends { id: string; isResult?: boolean | undefined }>(kinds: readonly T[]) {
  const isSaid = kinds.some(({ isResult }) => isResult !== undefined)
  return kinds.map((kind) => ({
    ...kind,
    isResult: isSaid ? (kind.isResult ?? false) : kind.id !== parkingLotKind,
  }))
}

type Looks = {
  paper?: (typeof papers)[number] | undefined
  icon?: (typeof kindIcons)[number] | undefined
  letter?: string | undefined
  de: string
}
/** Paper, icon and letter that a template leaves out: by order, the letter from the German word, each once. */
function withLooks<T extends Looks>(kinds: readonly T[]) {
  const taken = new Set(kinds.map(({ letter }) => letter))
  return kinds.map((kind, at) => {
    const letter = kind.letter ?? freeLetter(kind.de, taken)
    taken.add(letter)
    const paper = kind.paper ?? (papers[at % papers.length] as (typeof papers)[number])
    const icon = kind.icon ?? (kindIcons[at % kindIcons.length] as (typeof kindIcons)[number])
    return { ...kind, paper, icon, letter }
  })
}
function freeLetter(word: string, taken: ReadonlySet<string | undefined>): string {
  const letters = [...word.toUpperCase(), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.find((letter) => /^\p{Lu}$/u.test(letter) && !taken.has(letter)) ?? 'X'
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
})
const agendaItem = z.object({
  id,
  start: time,
  end: time,
  kind: z.string().default('item'),
  title: text(300),
  speaker: optionalText,
  organisation: optionalText,
})
const phase = z
  .object({
    id,
    ...label,
    start: time,
    end: time,
    minutes: z.number().positive(),
    goal: prose,
  })
  .transform(bothLanguages)
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
  noteKinds: kindsWithDefaults,
  levels: listOf(level),
  tagSets: listOf(tagSet),
  phases: listOf(phase),
  plenumPhases: listOf(phase),
  consent: listOf(consent),
})

const template = plan.superRefine(({ start, end }, context) => {
  if (timePattern.test(start) && timePattern.test(end) && end <= start)
    context.addIssue({ code: 'custom', path: ['end'], message: 'must be later than start' })
})

/** Turns JSON from outside into an event plan, or throws a TemplateFault. */
export const parseTemplate = (json: unknown): EventPlan => {
  const parsed = template.safeParse(json)
  if (parsed.success) return parsed.data as unknown as EventPlan
  throw new TemplateFault(parsed.error.issues)
}
