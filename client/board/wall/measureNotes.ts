import type { Block, Span } from '#shared/note.ts'
import { whenIdle } from '../../sync/whenIdle.ts'
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
): Measure => {
  const stage = element('div', 'board-measure')
  stage.setAttribute('aria-hidden', 'true')
  host.append(stage)
  let sizes = new WeakMap<readonly Block[], NoteSize>()
  // Texts that come back, such as those of an undone change, or of a board that is opened again.
  const byText = new Map<string, NoteSize>()
  const heads = new Map<string, number>()

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
      for (const blocks of texts) {
        if (sizes.has(blocks)) continue
        const known = byText.get(JSON.stringify(blocks))
        if (known) sizes.set(blocks, known)
        else open.push(blocks)
      }
      if (open.length === 0) return
      const later = open.splice(mostAtOnce)
      measureNow(open)
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
  const text = isEmpty ? element('p', 'none', empty) : element('div', 'blocks')
  if (!isEmpty) text.append(...blocks.map(blockOf))
  clip.append(text)
  card.append(element('div', 'note-head', 'A'), clip)
  return { card, clip }
}

const blockOf = (block: Block): HTMLElement => {
  if (block.type === 'paragraph') {
    const paragraph = element('p')
    paragraph.dir = 'auto'
    paragraph.append(...block.spans.map(spanOf))
    return paragraph
  }
  const list = element(block.ordered ? 'ol' : 'ul')
  list.dir = 'auto'
  list.append(
    ...block.items.map((item) => {
      const line = element('li')
      line.append(...item.map(blockOf))
      return line
    }),
  )
  return list
}

const spanOf = (span: Span): Node => {
  if (!span.bold && !span.italic) return document.createTextNode(span.text)
  const marked = element(span.bold ? 'strong' : 'em')
  const inner = span.bold && span.italic ? element('em') : null
  if (inner) marked.append(inner)
  ;(inner ?? marked).append(span.text)
  return marked
}

const element = (tag: string, className = '', text = ''): HTMLElement => {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
