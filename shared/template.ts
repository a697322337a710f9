import type { GroupId, KindId, LevelId, QuestionId, TagId } from './ids.ts'

export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]
/** A word in both languages; English falls back to German where a template leaves it out. */
export type Label = { readonly de: string; readonly en: string }

export const papers = ['white', 'orange', 'blue', 'teal', 'green', 'rose', 'yellow', 'grey'] as const
export type Paper = (typeof papers)[number]
export const kindIcons = [
  'sticky-note',
  'triangle-alert',
  'user-round',
  'signpost',
  'flag',
  'diamond-minus',
  'circle-question-mark',
  'archive',
] as const
export type KindIcon = (typeof kindIcons)[number]

export type NoteKind = Label & {
  readonly id: KindId
  readonly paper: Paper
  readonly icon: KindIcon
  readonly letter: string
  readonly isDefault: boolean
  /** A result kind: what the Plenum adopts carries its letter (L1, M1). */
  readonly isResult: boolean
  readonly meaning: Label
}
export type Level = Label & { readonly id: LevelId; readonly short: string }
export type Tag = Label & { readonly id: TagId }
export type TagSet = Label & { readonly id: string; readonly tags: readonly Tag[] }
export type Question = { readonly id: QuestionId; readonly text: string }
export type Group = {
  readonly id: GroupId
  readonly title: string
  readonly questions: readonly Question[]
  /** Where it meets, as it stands on the door; null: nobody has said. */
  readonly room: string | null
  /** How many people fit in; null: any number. */
  readonly capacity: number | null
}
export type AgendaItem = {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly kind: string
  readonly title: string
  readonly speaker: string | null
  readonly organisation: string | null
  /** Questions to it are collected. */
  readonly hasQuestions: boolean
}
/** What a phase changes for the members of a group; its moderators can always do everything. */
export type PhaseRules = {
  /** Whether they write on the board. */
  readonly members: 'write' | 'read'
  /** They write for themselves alone until the cards are revealed. */
  readonly hidden: boolean
  /** Points are given. */
  readonly points: boolean
  /** The view in which the board opens; null: as the window decides. */
  readonly view: 'list' | 'board' | null
}
export type Phase = Label & {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly minutes: number
  readonly goal: string
  readonly rules: PhaseRules
}
/** Budgets of points. */
export type Voting = {
  readonly pointsPerPerson: number
  readonly maxPointsPerNote: number
  readonly plenumPointsPerPerson: number
  readonly plenumMaxPointsPerItem: number
  /** Kinds of results that get points in the Plenum, once they are adopted. */
  readonly plenumKinds: readonly KindId[]
}
export type ConsentOption = Label & {
  readonly id: string
  readonly blocks: boolean
  readonly needsReason: boolean
  readonly meaning: string
}

/** A whole event as it was planned: the parsed template. Times are `HH:MM` in `timezone`, dates `YYYY-MM-DD`. */
export type EventPlan = {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly language: Language
  readonly date: string
  readonly timezone: string
  readonly start: string
  readonly end: string
  readonly purpose: string
  readonly agenda: readonly AgendaItem[]
  readonly groups: readonly Group[]
  readonly noteKinds: readonly NoteKind[]
  readonly levels: readonly Level[]
  readonly tagSets: readonly TagSet[]
  readonly phases: readonly Phase[]
  readonly plenumPhases: readonly Phase[]
  readonly consent: readonly ConsentOption[]
  readonly voting: Voting
  /** Whether people are asked for their level when they join; they need not answer. */
  readonly askLevel: 'no' | 'optional'
}

/** The kind whose notes are off topic but kept, if the template has it. */
export const parkingLotKind = 'parking-lot' as KindId

export const labelOf = (label: Label, language: Language): string => (language === 'en' ? label.en : label.de)
export const groupOf = (plan: EventPlan, id: GroupId): Group | undefined =>
  plan.groups.find((group) => group.id === id)
export const defaultKind = (plan: EventPlan): NoteKind =>
  plan.noteKinds.find((kind) => kind.isDefault) ?? (plan.noteKinds[0] as NoteKind)
/** The kind of this id; what nobody knows is shown as the default kind. */
export const kindOf = (plan: EventPlan, id: string): NoteKind =>
  plan.noteKinds.find((kind) => kind.id === id) ?? defaultKind(plan)
export const resultKinds = (plan: EventPlan): readonly NoteKind[] =>
  plan.noteKinds.filter((kind) => kind.isResult)

/** The names of these levels in the template's order; unknown ids are left out. */
export const levelNames = (plan: EventPlan, ids: readonly string[], language: Language): string[] =>
  plan.levels.filter((level) => ids.includes(level.id)).map((level) => labelOf(level, language))
export const hasAllLevels = (plan: EventPlan, ids: readonly string[]): boolean =>
  plan.levels.length > 1 && plan.levels.every((level) => ids.includes(level.id))
export const tagNames = (plan: EventPlan, ids: readonly string[], language: Language): string[] => {
  const all = plan.tagSets.flatMap((set) => set.tags)
  return ids.flatMap((id) => all.filter((tag) => tag.id === id).map((tag) => labelOf(tag, language)))
}
