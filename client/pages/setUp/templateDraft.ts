import type { Template } from './eventsQuery.ts'

/** What every part of the form gets: the template as it is being written. */
export type FieldsProps = { readonly draft: Template; readonly onChange: (next: Template) => void }

export type Part = Record<string, unknown>

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textIn = (part: Part, field: string): string => {
  const value = part[field]
  return typeof value === 'string' ? value : ''
}
export const numberIn = (part: Part, field: string, fallback: number): number => {
  const value = part[field]
  return typeof value === 'number' ? value : fallback
}
export const flagIn = (part: Part, field: string, fallback = false): boolean => {
  const value = part[field]
  return typeof value === 'boolean' ? value : fallback
}
export const partIn = (part: Part, field: string): Part => {
  const value = part[field]
  return isPart(value) ? value : {}
}
export const partsIn = (part: Part, field: string): readonly Part[] => {
  const value = part[field]
  return Array.isArray(value) ? value.filter(isPart) : []
}
/** The list with one of its parts replaced, or (null) left out. */
export const withPart = (parts: readonly Part[], at: number, next: Part | null): readonly Part[] =>
  parts.flatMap((part, index) => (index !== at ? [part] : next === null ? [] : [next]))

/** The smallest `<prefix><number>` that none of these has for an id. */
export const freeId = (parts: readonly Part[], prefix: string): string => {
  const taken = new Set(parts.map((part) => textIn(part, 'id')))
  for (let number = 1; ; number++) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`
}
