import type { QueryClient } from '@tanstack/react-query'
import type { GroupId } from '#shared/ids.ts'
import type { Topic } from '#shared/wire.ts'
import { keys } from './records.ts'

const keyOf = (topic: string): readonly unknown[] | null => {
  if (topic.startsWith('notes/')) return keys.notes(topic.slice('notes/'.length) as GroupId)
  const known: Readonly<Record<Exclude<Topic, `notes/${string}`>, readonly unknown[]>> = {
    plenum: keys.plenum,
    beamer: keys.beamer,
    me: keys.me,
    people: ['people'],
  }
  return known[topic as keyof typeof known] ?? null
}

const firstWaitMs = 1000
const longestWaitMs = 15_000

export type EventStream = { readonly close: () => void }

/**
 * The one event stream of a page (browsers allow six connections a host). It says what changed; the records fetch it.
 * What changed before it opened, or while it was away, is unknown: every opening makes everything stale.
 */
export const openEventStream = (client: QueryClient): EventStream => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = firstWaitMs

  const open = () => {
    source = new EventSource('/api/stream')
    source.onopen = () => {
      wait = firstWaitMs
      void client.invalidateQueries()
    }
    source.onmessage = ({ data }) => {
      const key = keyOf(String(data))
      if (key) void client.invalidateQueries({ queryKey: key })
    }
    source.onerror = () => {
      // Browsers come back by themselves after a cut, but not after an answer such as 502 of a proxy.
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, longestWaitMs)
    }
  }
  open()
  return {
    close: () => {
      clearTimeout(timer)
      source?.close()
    },
  }
}
