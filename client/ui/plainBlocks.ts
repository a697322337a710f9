import type { Block } from '#shared/note.ts'
import { element } from './element.ts'
import { writeBlocks } from './writeBlocks.ts'
import './BlocksText.css'

/** Text of a note as `BlocksText` draws it, without React. */
export const plainBlocks = (blocks: readonly Block[]): HTMLElement => {
  const made = element('div', 'blocks')
  writeBlocks(made, blocks)
  return made
}
