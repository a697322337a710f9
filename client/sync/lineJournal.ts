import { frameWords } from './frameWords.ts'
import type { Carriage, RoomSocketEars } from './roomSocket.ts'
import { valueStore, type ReadStore } from './valueStore.ts'

/** How a room reaches the server. Times in ms. */
export type Connection = {
  readonly by: Carriage | null
  readonly since: number
  /** How often a connection stood, less the first. */
  readonly reconnects: number
  /** With which code the latest one ended that did not end by our own wish. */
  readonly closeCode: number | null
}
/** `times`: so often, without anything but presence between. */
export type FrameNote = {
  readonly id: number
  readonly isOurs: boolean
  readonly words: string
  readonly times: number
}
export type FrameCount = {
  readonly sent: number
  readonly heard: number
  readonly latest: readonly FrameNote[]
}

export type LineJournal = {
  readonly connection: ReadStore<Connection>
  readonly frames: ReadStore<FrameCount>
  readonly ears: Required<RoomSocketEars>
}

const kept = 20
const showMs = 200

/** What happens on a room's line, for the debug panel; frames are read only when `isReading`. */
export const lineJournal = (isReading: boolean): LineJournal => {
  const connection = valueStore<Connection>({ by: null, since: Date.now(), reconnects: -1, closeCode: null })
  const frames = valueStore<FrameCount>({ sent: 0, heard: 0, latest: [] })
  let now: FrameCount = frames.get()
  let showing: ReturnType<typeof setTimeout> | undefined

  const show = () => {
    showing = undefined
    frames.set(now)
  }
  const write = (isOurs: boolean, frame: Uint8Array) => {
    if (!isReading) return
    const { sent, heard, latest } = now
    now = {
      sent: sent + (isOurs ? 1 : 0),
      heard: heard + (isOurs ? 0 : 1),
      latest: withNote(latest, { id: sent + heard, isOurs, words: frameWords(frame), times: 1 }),
    }
    showing ??= setTimeout(show, showMs)
  }
  return {
    connection,
    frames,
    ears: {
      sent: (frame) => write(true, frame),
      heard: (frame) => write(false, frame),
      opened: (by) => {
        const before = connection.get()
        connection.set({ ...before, by, since: Date.now(), reconnects: before.reconnects + 1 })
      },
      closed: (code) => {
        const before = connection.get()
        const closeCode = code === 1000 ? before.closeCode : code
        connection.set({
          ...before,
          by: null,
          since: before.by === null ? before.since : Date.now(),
          closeCode,
        })
      },
    },
  }
}

/** Carets move all the time: a run of presence in both directions must not push everything else out. */
const withNote = (latest: readonly FrameNote[], note: FrameNote): readonly FrameNote[] => {
  const isPresence = ({ words }: FrameNote) => words.startsWith('presence')
  const run = latest.findIndex((other) => !isPresence(other))
  const same = (isPresence(note) ? latest.slice(0, run < 0 ? latest.length : run) : []).find(
    ({ isOurs, words }) => isOurs === note.isOurs && words === note.words,
  )
  if (!same) return [note, ...latest].slice(0, kept)
  return latest.map((other) => (other === same ? { ...same, times: same.times + 1 } : other))
}
