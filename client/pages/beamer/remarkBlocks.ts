import type { Block } from '#shared/note.ts'
import { remarkOptions, type Remark } from '#shared/plenum/remark.ts'
import { labelOf, type EventPlan, type Language } from '#shared/template.ts'

/** Reservations and objections as lines of a wall: number, kind and text. */
export const remarkBlocks = (plan: EventPlan, language: Language, remarks: readonly Remark[]): Block[] =>
  remarks.map(({ number, option, text }) => {
    const known = remarkOptions(plan).find(({ id }) => id === option)
    const head = `${number} ${known ? labelOf(known, language) : option}:`
    return {
      type: 'paragraph',
      spans: [{ text: head, bold: true }, { text: ` ${text.replaceAll('\n', ' ')}` }],
    }
  })
