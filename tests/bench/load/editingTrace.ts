import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { Dice } from '../../kit/dice.ts'

/** As many single edits as the published trace of somebody writing a paper, and as many of them deletions. */
export const traceEdits = 259_778
const deletions = 77_463 / traceEdits
/** Letters in one go before the caret wanders: chosen so that the full trace has a state of about 245 kB. */
const meanRun = 40

export type EditingTrace = {
  /** Updates of `batch` single edits each. */
  readonly updates: readonly Uint8Array[]
  readonly state: Uint8Array
  readonly length: number
  readonly hash: string
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
export const tracedText = (doc: Y.Doc): Y.Text => doc.getText('text')

/**
 * Somebody writes a long text, letter by letter: a stretch here, some of it taken back, then on at another place.
 * The same seed gives the same trace.
 */
export const editingTrace = (edits: number, batch: number): EditingTrace => {
  const dice = new Dice(259_778)
  const doc = new Y.Doc()
  doc.clientID = 42
  const text = tracedText(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  let caret = 0
  let left = 0
  let back = 0
  let deleted = 0
  const edit = (done: number) => {
    if (left === 0 && back === 0) {
      left = 1 + dice.below(2 * meanRun)
      // As much is taken back, a stretch at a time, as the share of deletions wants.
      back = Math.max(0, Math.round((done + left) * deletions) - deleted)
      // Mostly near the place before, now and then anywhere.
      const near = caret + dice.below(400) - 200
      caret = Math.max(0, Math.min(text.length, dice.chance(0.3) ? dice.below(text.length + 1) : near))
    }
    if (left > 0) {
      left--
      text.insert(caret++, 'etaoin shrdlu'[dice.below(13)] as string)
    } else {
      back--
      if (caret === 0) return void text.insert(caret++, 'e')
      deleted++
      text.delete(--caret, 1)
    }
  }
  for (let from = 0; from < edits; from += batch)
    doc.transact(() => {
      for (let at = from; at < Math.min(edits, from + batch); at++) edit(at)
    })
  const whole = text.toString()
  return { updates, state: Y.encodeStateAsUpdate(doc), length: whole.length, hash: hashOf(whole) }
}
