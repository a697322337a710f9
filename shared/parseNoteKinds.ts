import * as z from 'zod'
import { kindIcons, papers, parkingLotKind } from './template.ts'
import { bothLanguages, byId, id, label, prose, unique } from './templateFields.ts'

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

/** The kinds of notes, with what a template leaves out filled in. */
export const parseNoteKinds = z
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
