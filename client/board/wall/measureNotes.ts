import type { Block } from '#shared/note.ts'
import { whenIdle } from '../../sync/whenIdle.ts'
import { element } from '../../ui/element.ts'
import { plainBlocks } from '../../ui/plainBlocks.ts'
import { guessedLines } from './guessedLines.ts'

export type NoteSize = {
  readonly height: number
  /** The card shows six lines and "Ganz lesen". */
  readonly isCut: boolean
}
export type Measure = {
  /**
   * Heights of many notes at once: written together, read together. Each keeps its text's size until it changes.
   * Of very many only the first are measured now; the others are guessed, and measured when nobody waits.
   */
  readonly notes: (texts: Iterable<readonly Block[]>) => void
  readonly sizeOf: (blocks: readonly Block[]) => NoteSize
  /** How much higher a card is that has a foot. */
  readonly foot: () => number
  readonly clusterHead: (title: string, count: string) => number
  readonly zoneHeads: (questions: readonly { readonly id: string; readonly text: string }[]) => number
  /** Other fonts or another language: nothing measured holds any longer. */
  readonly forget: () => void
  readonly close: () => void
}

type Known = { readonly byText: Map<string, NoteSize>; readonly heads: Map<string, number> }
/**
 * Texts that come back, such as those of an undone change, or of a board that is opened again: measured once a page, for as
 * long as language and size of letters stay. What the first look measured is not measured again.
 */
let known: Known & { readonly for: string } = { for: '', byText: new Map(), heads: new Map() }
const knownIn = (host: HTMLElement, more: string): Known => {
  const now = `${more} ${getComputedStyle(host).fontSize}`
  if (known.for !== now) known = { for: now, byText: new Map(), heads: new Map() }
  return known
}

const unknown: NoteSize = { height: 60, isCut: false }
const maxKnown = 5000
/** More than a window shows at the zoom at which walls open. */
const mostAtOnce = 96
const inOneGo = 24

/**
 * Asks the browser how high cards will be, off stage and with the same style sheets, so that the wall can be laid out
 * before a single card is drawn. `host` gives language and style.
 */
export const openMeasure = (
  host: HTMLElement,
  words: { readonly more: string; readonly empty: string },
  /** What was guessed is measured. */
  onMeasured: () => void,
  /** Of very many texts so many at once. */
  most = mostAtOnce,
): Measure => {
  const stage = element('div', 'board-measure')
  stage.setAttribute('aria-hidden', 'true')
  host.append(stage)
  let sizes = new WeakMap<readonly Block[], NoteSize>()
  const { byText, heads } = knownIn(host, words.more)

  const once = (key: string, build: () => HTMLElement): number => {
    const known = heads.get(key)
    if (known !== undefined) return known
    const built = build()
    stage.append(built)
    const height = built.offsetHeight
    built.remove()
    heads.set(key, height)
    return height
  }

  /** Guessed so far. */
  let pending: (readonly Block[])[] = []
  /** Some measured size for every number of lines that a guess may come to. */
  const learned: NoteSize[] = []
  const guess = (blocks: readonly Block[]): NoteSize => {
    const lines = guessedLines(blocks)
    for (let near = 0; near < learned.length; near++) {
      const size = learned[lines - near] ?? learned[lines + near]
      if (size) return size
    }
    return unknown
  }

  const measureNow = (texts: readonly (readonly Block[])[]) => {
    const open = texts.map((blocks) => ({ blocks, ...cardOf(blocks, words.empty) }))
    stage.append(...open.map(({ card }) => card))
    const cut = open.map(({ clip }) => clip.scrollHeight > clip.clientHeight + 2)
    open.forEach(({ card }, at) => {
      if (cut[at]) card.append(element('span', 'note-more', words.more))
    })
    if (byText.size > maxKnown) byText.clear()
    open.forEach(({ blocks, card }, at) => {
      const size = { height: card.offsetHeight, isCut: cut[at] as boolean }
      sizes.set(blocks, size)
      byText.set(JSON.stringify(blocks), size)
      learned[guessedLines(blocks)] ??= size
    })
    stage.replaceChildren()
  }
  const goOn = () => {
    // Forgotten, or closed.
    if (pending.length === 0) return
    measureNow(pending.splice(0, inOneGo))
    if (pending.length > 0) whenIdle(goOn)
    else onMeasured()
  }

  const measure: Measure = {
    notes: (texts) => {
      const open: (readonly Block[])[] = []
      let come = 0
      for (const blocks of texts) {
        if (sizes.has(blocks)) continue
        const size = byText.get(JSON.stringify(blocks))
        if (!size) open.push(blocks)
        else {
          come++
          sizes.set(blocks, size)
          learned[guessedLines(blocks)] ??= size
        }
      }
      if (open.length === 0) return
      const later = open.splice(Math.max(0, most - come))
      if (open.length > 0) measureNow(open)
      if (later.length === 0) return
      for (const blocks of later) sizes.set(blocks, guess(blocks))
      if (pending.length === 0) whenIdle(goOn)
      pending.push(...later)
    },
    sizeOf: (blocks) => {
      if (!sizes.has(blocks)) measure.notes([blocks])
      return sizes.get(blocks) ?? unknown
    },
    foot: () => {
      const heightWith = (hasFoot: boolean) =>
        once(`foot ${hasFoot}`, () => {
          const { card } = cardOf([], words.empty)
          const foot = element('div', 'note-foot num')
          foot.append(element('span', 'merged-from num', words.more))
          if (hasFoot) card.append(foot)
          return card
        })
      return heightWith(true) - heightWith(false)
    },
    clusterHead: (title, count) =>
      once(`cluster ${title} ${count}`, () => {
        const head = element('div', 'cluster-head')
        head.append(element('h3', '', title), element('span', 'count num', count))
        const sheet = element('div', 'board-cluster')
        sheet.append(head)
        return sheet
      }),
    zoneHeads: (questions) =>
      Math.max(
        0,
        ...questions.map(({ id, text }) =>
          once(`zone ${id} ${text}`, () => {
            const head = element('h2', 'board-zone-head')
            head.append(element('span', 'num', id), element('span', 'serif', text))
            return head
          }),
        ),
      ),
    forget: () => {
      sizes = new WeakMap()
      pending = []
      learned.length = 0
      byText.clear()
      heads.clear()
    },
    close: () => {
      pending = []
      stage.remove()
    },
  }
  return measure
}

/** The card as NoteCard and BlocksText draw it, with a head of one line. */
const cardOf = (blocks: readonly Block[], empty: string): { card: HTMLElement; clip: HTMLElement } => {
  const card = element('div', 'note canvas')
  card.dataset['paper'] = 'white'
  const clip = element('div', 'clip')
  const isEmpty = blocks.every((block) => block.type === 'paragraph' && block.spans.length === 0)
  clip.append(isEmpty ? element('p', 'none', empty) : plainBlocks(blocks))
  card.append(element('div', 'note-head', 'A'), clip)
  return { card, clip }
}
