import type { QueryClient } from '@tanstack/react-query'
import type { GroupId } from '#shared/ids.ts'
import type { Topic } from '#shared/wire.ts'
import { pageLines } from './pageLines.ts'
import { keys } from './records.ts'
import { hearLines } from './streamLines.ts'

const keyOf = (topic: string): readonly unknown[] | null => {
  if (topic.startsWith('notes/')) return keys.notes(topic.slice('notes/'.length) as GroupId)
  if (topic.startsWith('drafts/')) return keys.drafts(topic.slice('drafts/'.length) as GroupId)
  const known: Readonly<Record<Exclude<Topic, `notes/${string}` | `drafts/${string}`>, readonly unknown[]>> =
    {
      plenum: keys.plenum,
      beamer: keys.beamer,
      event: keys.event,
      me: keys.me,
      people: keys.people,
      day: keys.day,
      votes: keys.votes,
      late: keys.late,
      questions: keys.questions,
      presenting: keys.presenting,
      proposals: keys.proposals,
      consents: keys.consents,
      minutes: keys.minutes,
      overlaps: keys.overlaps,
      saving: keys.saving,
    }
  return known[topic as keyof typeof known] ?? null
}

const firstWaitMs = 1000
const firstLookMs = 2000
const longestWaitMs = 15_000
/** The server speaks every 20 s at least. A line that says nothing for so long is half open: nobody will tell us. */
const silenceMs = 50_000
const lookMs = 5_000

export type EventStream = { readonly close: () => void }

/**
 * The one event stream of a page (browsers allow six connections a host). It says what changed; the records fetch it.
 * What changed before it opened, or while it was away, is unknown: every opening makes everything stale.
 * Where WebSockets do not work, it carries the rooms as well.
 */
export const openEventStream = (client: QueryClient): EventStream => {
  const { lines } = pageLines
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = firstWaitMs
  let lastHeard = Date.now()
  let isFirst = true
  let callOff = () => {}

  const open = () => {
    clearTimeout(timer)
    source?.close()
    lines.lost()
    lastHeard = Date.now()
    const opened = new EventSource('/api/stream')
    source = opened
    opened.onopen = () => {
      wait = firstWaitMs
      lastHeard = Date.now()
      callOff()
      // The first time all has only just been fetched: looking again can wait until the page stands.
      if (isFirst) {
        const timer = setTimeout(() => void client.invalidateQueries(), firstLookMs)
        callOff = () => clearTimeout(timer)
      } else void client.invalidateQueries()
      isFirst = false
    }
    opened.onmessage = ({ data }) => {
      lastHeard = Date.now()
      const key = keyOf(String(data))
      if (key) void client.invalidateQueries({ queryKey: key })
    }
    opened.addEventListener('beat', () => (lastHeard = Date.now()))
    hearLines(opened, lines)
    opened.onerror = () => {
      if (source !== opened) return
      lines.lost()
      // Browsers come back by themselves after a cut, but not after an answer such as 502 of a proxy.
      if (opened.readyState !== EventSource.CLOSED) return
      clearTimeout(timer)
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    }
  }
  const backOnline = () => {
    if (source?.readyState !== EventSource.OPEN) open()
  }
  open()
  lines.renew = open
  window.addEventListener('online', backOnline)
  const watch = setInterval(() => {
    if (Date.now() - lastHeard > silenceMs && navigator.onLine) open()
  }, lookMs)
  return {
    close: () => {
      callOff()
      clearInterval(watch)
      clearTimeout(timer)
      window.removeEventListener('online', backOnline)
      lines.renew = () => undefined
      source?.close()
      source = null
      lines.lost()
    },
  }
}
