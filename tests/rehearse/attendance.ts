import { addNote, bodyOf, notesOf } from '#shared/board.ts'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import * as Y from 'yjs'
import type { Guest, Live, Venue } from '../kit/venue.ts'

/** Somebody in the hall: their ticket, their documents, and all that ever came over their lines. */
export class Attendance {
  readonly guest: Guest
  readonly group: GroupId
  readonly name: string
  readonly lives: Live[] = []
  /** Everything that was received, for whoever looks for what should not be in it. */
  readonly heard: Buffer[] = []

  constructor(guest: Guest, group: GroupId, name: string) {
    this.guest = guest
    this.group = group
    this.name = name
  }

  static async join(
    venue: Venue,
    role: 'member' | 'moderator',
    name: string,
    group: GroupId,
  ): Promise<Attendance> {
    return new Attendance(await venue.join(role, name, group), group, name)
  }

  async open(tail: string): Promise<Live> {
    const live = await this.guest.open(tail)
    this.#listen(live)
    this.lives.push(live)
    return live
  }

  /** The line goes down; writing goes on. */
  dropOut(): void {
    for (const { provider } of this.lives) provider.disconnect()
  }
  comeBack(): void {
    for (const { provider } of this.lives) provider.connect()
  }

  #listen({ provider }: Live): void {
    const known = new WeakSet<object>()
    const tap = () => {
      const socket = provider.ws as unknown as EventTarget | null
      if (!socket || known.has(socket)) return
      known.add(socket)
      socket.addEventListener('message', (event) => {
        const { data } = event as MessageEvent<ArrayBuffer>
        this.heard.push(Buffer.from(data))
      })
    }
    provider.on('status', tap)
    tap()
  }
}

/** A card with one line of text. */
export const write = ({ doc }: Live, id: string, question: string, text: string, createdAt: number): void => {
  doc.transact(() =>
    addNote(doc, {
      id: id as NoteId,
      question: question as QuestionId,
      kind: 'idea' as KindId,
      createdAt,
      blocks: [{ type: 'paragraph', spans: [{ text }] }],
    }),
  )
}

/** Letters at the end of a card; false where there is no such card. */
export const append = ({ doc }: Live, id: string, letters: string): boolean => {
  const note = notesOf(doc).get(id)
  const paragraph = note && bodyOf(note)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) return false
  text.insert(text.length, letters)
  return true
}

/** Resolves when the document says what is wanted. */
export const untilDoc = ({ doc }: Live, what: string, isThere: () => boolean, ms = 30_000): Promise<void> =>
  new Promise((done, failed) => {
    const timer = setTimeout(() => {
      doc.off('update', look)
      failed(new Error(`waited in vain for ${what}`))
    }, ms)
    const look = () => {
      if (!isThere()) return
      clearTimeout(timer)
      doc.off('update', look)
      done()
    }
    doc.on('update', look)
    look()
  })
