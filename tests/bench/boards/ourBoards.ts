import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import * as Y from 'yjs'
import type { GroupId, KindId, NoteId, QuestionId } from '#shared/ids.ts'
import { addNote, bodyOf, notesOf } from '#shared/board.ts'
import type { Block } from '#shared/note.ts'
import { Attendee } from '../../../server/demo/attendee.ts'
import type { LiveDoc } from '../../../server/demo/liveDoc.ts'
import { readLinks } from '../../../server/linksFile.ts'
import { ensureClientBuild } from '../../kit/clientBuild.ts'
import type { BenchRun } from '../benchRun.ts'
import { boardTexts, type BoardText } from './boardTexts.ts'
import { boardSizes, type BoardSize, type Contender, type Cookies } from './contender.ts'

const groups: Readonly<Record<BoardSize, string>> = { 200: 'A', 1000: 'B', 3000: 'C' }
/** As many as the first group of the shipped event has. */
const questions = 3
const notesAtOnce = 100

/** Our real app: its server, a folder of its own, boards that people have written, and one more who looks at each. */
export const ourBoards = async (bench: BenchRun, browser: Browser): Promise<Contender> => {
  ensureClientBuild(bench.options.checkout, bench.say)
  const server = await bench.started('ours', { questions })
  const url = `http://127.0.0.1:${server.port}`
  const code = readLinks(join(server.folder, 'data'))?.find(({ role }) => role === 'member')?.code ?? ''

  const boards = new Map<BoardSize, LiveDoc>()
  const cookies = new Map<BoardSize, Cookies>()
  const writers: Attendee[] = []
  bench.closes(async () => {
    for (const writer of writers) writer.leave()
  })
  const enter = async (name: string, group: string) => {
    const writer = await Attendee.join(url, code, name, group as GroupId)
    writers.push(writer)
    return writer
  }
  for (const size of boardSizes) {
    const group = groups[size]
    const place = { kind: 'group', group: group as GroupId } as const
    const board = await (await enter(`Kreisverband ${size}`, group)).open(place)
    write(board, group, boardTexts(size))
    boards.set(size, board)
    // What somebody else sees is on disk.
    const witness = await enter(`Landesverband ${size}`, group)
    await (await witness.open(place)).until(`${size} notes`, (doc) => notesOf(doc).size === size)
    witness.leave()
    cookies.set(size, await ticketOf(browser, url, { code, name: `Ortsverein ${size}`, group }))
  }

  return {
    name: 'ours',
    urlOf: (size) => `${url}/gruppe/${groups[size]}?ansicht=wand`,
    cookiesFor: (size) => cookies.get(size) ?? [],
    readyWhen: `document.querySelector('.board-note')`,
    // Before that stands a first look at it.
    worksWhen: `document.querySelector('[id^="note-"]')`,
    spots: async (page) => (await notesInView(page)).map(({ spot }) => spot),
    change: async (page, size, what, times, everyMs) => {
      const board = boards.get(size)
      const [seen] = await notesInView(page)
      const note = board && notesOf(board.doc).get(seen?.id ?? '')
      if (!board || !note) throw new Error('No note of ours is in view.')
      const paragraph = bodyOf(note)?.get(0)
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      if (!(text instanceof Y.XmlText)) throw new Error('The note of ours has no text.')
      for (let at = 0; at < times; at++) {
        const isOdd = at % 2 === 1
        if (what === 'move') note.set('at', { x: isOdd ? 120 : 140, y: isOdd ? 180 : 200 })
        else if (isOdd) text.delete(text.length - 1, 1)
        else text.insert(text.length, 'n')
        await pause(everyMs)
      }
    },
  }
}

const write = ({ doc }: LiveDoc, group: string, texts: readonly BoardText[]) => {
  for (let from = 0; from < texts.length; from += notesAtOnce)
    doc.transact(() => {
      for (const [more, text] of texts.slice(from, from + notesAtOnce).entries()) {
        const at = from + more
        addNote(doc, {
          id: `bench-${at}` as NoteId,
          question: `${group}${(at % questions) + 1}` as QuestionId,
          kind: 'idea' as KindId,
          createdAt: at + 1,
          blocks: blocksOf(text),
        })
      }
    })
}

const blocksOf = ({ title, words, list }: BoardText): Block[] => {
  const paragraph = (text: string): Block => ({ type: 'paragraph', spans: [{ text }] })
  return [
    { type: 'paragraph', spans: [{ text: title, bold: true }] },
    paragraph(words),
    ...(list.length > 0
      ? [{ type: 'list', ordered: false, items: list.map((item) => [paragraph(item)]) } as const]
      : []),
  ]
}

/** The browser of somebody who has joined. */
const ticketOf = async (browser: Browser, url: string, data: object): Promise<Cookies> => {
  const context = await browser.newContext()
  const answer = await context.request.post(`${url}/api/join`, { data })
  if (!answer.ok()) throw new Error(`Nobody was let in: ${await answer.text()}`)
  const { cookies } = await context.storageState()
  await context.close()
  return cookies
}

/** Cards whose middle nothing covers. */
const notesInView = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.board-note')].flatMap((note) => {
      const { x, y, width, height } = note.getBoundingClientRect()
      const spot = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
      const isOnTop = document.elementFromPoint(spot.x, spot.y)?.closest('.board-note') === note
      return isOnTop ? [{ id: note.id.replace(/^note-/, ''), spot }] : []
    }),
  )
