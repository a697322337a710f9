import type { Block, Span } from '#shared/note.ts'

export type NoteSize = {
  readonly height: number
  /** The card shows six lines and "Ganz lesen". */
  readonly isCut: boolean
}
export type Measure = {
  /** Heights of many notes at once: written together, read together. Each keeps its text's size until it changes. */
  readonly notes: (texts: Iterable<readonly Block[]>) => void
  readonly sizeOf: (blocks: readonly Block[]) => NoteSize
  readonly clusterHead: (title: string, count: string) => number
  readonly zoneHeads: (questions: readonly { readonly id: string; readonly text: string }[]) => number
  /** Other fonts or another language: nothing measured holds any longer. */
  readonly forget: () => void
  readonly close: () => void
}

const unknown: NoteSize = { height: 60, isCut: false }
const maxKnown = 5000

/**
 * Asks the browser how high cards will be, off stage and with the same style sheets, so that the wall can be laid out
 * before a single card is drawn. `host` gives language and style.
 */
export const openMeasure = (
  host: HTMLElement,
  words: { readonly more: string; readonly empty: string },
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

  const measure: Measure = {
    notes: (texts) => {
      const open: { blocks: readonly Block[]; key: string; card: HTMLElement; clip: HTMLElement }[] = []
      for (const blocks of texts) {
        if (sizes.has(blocks)) continue
        const key = JSON.stringify(blocks)
        const known = byText.get(key)
        if (known) sizes.set(blocks, known)
        else open.push({ blocks, key, ...cardOf(blocks, words.empty) })
      }
      if (open.length === 0) return
      stage.append(...open.map(({ card }) => card))
      const cut = open.map(({ clip }) => clip.scrollHeight > clip.clientHeight + 2)
      open.forEach(({ card }, at) => {
        if (cut[at]) card.append(element('span', 'note-more', words.more))
      })
      if (byText.size > maxKnown) byText.clear()
      open.forEach(({ blocks, key, card }, at) => {
        const size = { height: card.offsetHeight, isCut: cut[at] as boolean }
        sizes.set(blocks, size)
        byText.set(key, size)
      })
      stage.replaceChildren()
    },
    sizeOf: (blocks) => {
      if (!sizes.has(blocks)) measure.notes([blocks])
      return sizes.get(blocks) ?? unknown
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
      byText.clear()
      heads.clear()
    },
    close: () => stage.remove(),
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
