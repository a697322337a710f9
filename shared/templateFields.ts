import * as z from 'zod'
import type { Label } from './template.ts'

/** What the fields of a template are made of. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'may only hold letters, digits, - and _ (1 to 64)')
export const text = (max: number) =>
  z.string().trim().min(1, 'must not be empty').max(max, `may hold at most ${max} characters`)
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null)
export const prose = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
/** One language is enough: it then stands for both. */
export const label = { de: text(120).optional(), en: text(120).optional() }
export type Words = { de?: string | undefined; en?: string | undefined }
export const bothLanguages = <T extends Words>(value: T, context: z.RefinementCtx): T & Label => {
  const de = value.de ?? value.en
  if (de !== undefined) return { ...value, de, en: value.en ?? de }
  context.addIssue({ code: 'custom', path: ['de'], message: 'must be a text' })
  return z.NEVER
}
/** No value of this field may stand in two items; null counts as none. */
export const unique =
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
export const byId = unique('id', (item: { id: string }) => item.id)
/** A list that may be left out. */
export const listOf = <T extends z.ZodType<{ id: string }>>(item: T) =>
  z
    .array(item)
    .superRefine(byId)
    .nullish()
    .transform((items) => items ?? [])
