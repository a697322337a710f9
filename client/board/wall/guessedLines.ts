import type { Block } from '#shared/note.ts'

/** Letters of a line on a card of the wall. */
const lineLength = 28

/** About how many lines a text will have; good for telling texts of like height, not for laying them out. */
export const guessedLines = (blocks: readonly Block[]): number =>
  blocks.reduce((lines, block) => {
    if (block.type === 'list') return lines + block.items.reduce((sum, item) => sum + guessedLines(item), 0)
    const letters = block.spans.reduce((sum, { text }) => sum + text.length, 0)
    return lines + Math.max(1, Math.ceil(letters / lineLength))
  }, 0)

/** About how much room a card takes in its column. */
export const guessedHeight = (blocks: readonly Block[]): number =>
  48 + 20 * Math.min(6, Math.max(1, guessedLines(blocks)))
