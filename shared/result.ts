import * as Y from 'yjs'
import type { DecisionId, GroupId, KindId, LevelId, NoteRef, ResultId, TagId } from './ids.ts'
import { plainText, trimBlocks, type Block } from './note.ts'
import { kindOf, resultKinds, type EventPlan } from './template.ts'

/** Levels, words, or both: "Prüfauftrag Landesverband". */
export type Lead = { readonly levels: readonly LevelId[]; readonly text: string | null }
/** A day (`YYYY-MM-DD`), words, or both: "Modell 30.11.2020". */
export type Due = { readonly date: string | null; readonly text: string | null }
export type OpenPoint = { readonly text: string; readonly note: NoteRef | null; readonly to: string }

/** What the Plenum adopts: a row. Only its wording is a document (`plenum`, one fragment a result). */
export type Result = {
  readonly id: ResultId
  /** The Leitfrage it belongs to. */
  readonly group: GroupId
  /** Sort key among the results of its Leitfrage. */
  readonly order: string
  readonly kind: KindId
  readonly title: string
  readonly sources: readonly NoteRef[]
  readonly links: readonly NoteRef[]
  readonly levels: readonly LevelId[]
  readonly tags: readonly TagId[]
  readonly lead: Lead
  readonly due: Due
  readonly openPoints: readonly OpenPoint[]
  /** Fixed at the first finalisation; before, the number follows the order. */
  readonly number: number | null
  /** Dissolved (un-merged): the sources stand alone again, the row can be brought back. */
  readonly dissolvedAt: number | null
}

export const outcomes = ['adopted', 'deferred', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]
/** `open`: an attempt that an objection stood in the way of; nothing else was said. */
export const attemptOutcomes = [...outcomes, 'open'] as const

/** A decision of the Plenum over one result or a block, bound to the exact text that was shown. */
export type Decision = {
  readonly id: DecisionId
  readonly at: number
  readonly group: GroupId
  /** The decided texts: canonical JSON (see `decidedText`) and its SHA-256 as hex. */
  readonly results: readonly { readonly id: ResultId; readonly text: string; readonly sha256: string }[]
  readonly outcome: ResultState
  /** Counts by consent option. */
  readonly counts: Readonly<Record<string, number>>
  readonly sentence: string
  /** Taken back by mistake-mending; kept, but without effect. */
  readonly withdrawnAt: number | null
}

/** One row beside the results: state of the Plenum and what is said at its end. */
export type PlenumState = {
  readonly state: 'open' | 'frozen'
  /** Number of the newest version, 0 before the first finalisation. */
  readonly version: number
  readonly openPoints: readonly (OpenPoint & { readonly group: GroupId })[]
  readonly parkingLot: readonly { readonly note: NoteRef; readonly topic: string; readonly addressee: Lead }[]
  readonly nextSteps: readonly string[]
}
export const newPlenum: PlenumState = {
  state: 'open',
  version: 0,
  openPoints: [],
  parkingLot: [],
  nextSteps: [],
}

/** A finalised version: number, time and SHA-256 of its JSON text. */
export type VersionInfo = {
  readonly number: number
  readonly at: number
  readonly sha256: string
  /** A note was erased from it afterwards: its hash is no longer the one it was finalised with. */
  readonly redacted?: { readonly at: number; readonly was: string }
}

export const wordingsOf = (doc: Y.Doc): Y.Map<Y.XmlFragment> => doc.getMap('wordings')

/** The canonical JSON of what is decided: equal texts, equal bytes. */
export const decidedText = (result: Result, wording: readonly Block[]): string =>
  JSON.stringify({
    kind: result.kind,
    title: result.title,
    wording: trimBlocks(wording).map(canonicalBlock),
    levels: [...result.levels].sort(),
    lead: { levels: [...result.lead.levels].sort(), text: result.lead.text },
    due: { date: result.due.date, text: result.due.text },
  })

/** Neighbouring spans of the same look are one: how an editor happened to cut them is no difference. */
const canonicalBlock = (block: Block): unknown => {
  if (block.type === 'list')
    return [block.ordered ? 'ol' : 'ul', ...block.items.map((item) => item.map(canonicalBlock))]
  const spans: [string, string, string][] = []
  for (const span of block.spans) {
    const look = `${span.bold ? 'b' : ''}${span.italic ? 'i' : ''}`
    const last = spans.at(-1)
    if (last && last[1] === look && last[2] === (span.link ?? '')) last[0] += span.text
    else if (span.text !== '') spans.push([span.text, look, span.link ?? ''])
  }
  return ['p', ...spans]
}

export type ResultState = 'open' | Outcome
export type Standing = {
  readonly state: ResultState
  readonly decision: Decision | null
  /** The text is no longer the one that was decided. */
  readonly changed: boolean
}

/** Where a result stands: its latest decision, and whether the text has changed since. */
export const standingOf = (
  result: Result,
  wording: readonly Block[],
  decisions: readonly Decision[],
): Standing => {
  const decision = latestDecision(result.id, decisions)
  if (!decision) return { state: 'open', decision: null, changed: false }
  const decided = decision.results.find(({ id }) => id === result.id)
  return {
    state: decision.outcome,
    decision,
    changed: decision.outcome !== 'open' && decided?.text !== decidedText(result, wording),
  }
}

export const decisionsOf = (id: ResultId, decisions: readonly Decision[]): Decision[] =>
  decisions
    .filter(
      (decision) => decision.withdrawnAt === null && decision.results.some((result) => result.id === id),
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
export const latestDecision = (id: ResultId, decisions: readonly Decision[]): Decision | null =>
  decisionsOf(id, decisions).at(-1) ?? null

/** Results that stand, in the order Leitfrage → kind as in the template → chosen order. */
export const standingResults = (results: readonly Result[], plan: EventPlan): Result[] => {
  const groupAt = new Map(plan.groups.map((group, at) => [group.id, at]))
  const kindAt = new Map(resultKinds(plan).map((kind, at) => [kind.id, at]))
  return results
    .filter((result) => result.dissolvedAt === null)
    .sort(
      (a, b) =>
        (groupAt.get(a.group) ?? 99) - (groupAt.get(b.group) ?? 99) ||
        (kindAt.get(a.kind) ?? 99) - (kindAt.get(b.kind) ?? 99) ||
        compare(a.order, b.order) ||
        compare(a.id, b.id),
    )
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The names people speak: L1, M1 … in order. Deferred and rejected results have none.
 * Once fixed at a finalisation a number stays; later results take the next free ones.
 */
export const resultNumbers = (
  results: readonly Result[],
  decisions: readonly Decision[],
  plan: EventPlan,
): Map<ResultId, string> => {
  const names = new Map<ResultId, string>()
  const next = new Map<string, number>()
  for (const result of results)
    if (result.number !== null) next.set(result.kind, Math.max(next.get(result.kind) ?? 0, result.number))
  for (const result of standingResults(results, plan)) {
    const outcome = latestDecision(result.id, decisions)?.outcome
    if (result.number === null && (outcome === 'deferred' || outcome === 'rejected')) continue
    const number = result.number ?? (next.get(result.kind) ?? 0) + 1
    if (result.number === null) next.set(result.kind, number)
    names.set(result.id, `${kindOf(plan, result.kind).letter}${number}`)
  }
  return names
}

/** A first title: what is bold at the start, else the first words of the text. */
export const titleFrom = (blocks: readonly Block[]): string => {
  const first = trimBlocks(blocks)[0]
  const lead = first?.type === 'paragraph' ? first.spans[0] : undefined
  if (lead?.bold && lead.text.trim().length > 3)
    return signsOf(lead.text.trim().replace(/[:.]$/, '')).slice(0, 160).join('')
  const line = plainText(trimBlocks(blocks)).split('\n')[0]?.trim() ?? ''
  const signs = signsOf(line)
  if (signs.length <= 60) return line.replace(/[:.]$/, '')
  return `${signs.slice(0, Math.max(signs.lastIndexOf(' ', 59), 30)).join('')} …`
}
/** What people count as one sign each: 👨‍👩‍👧 is never torn apart. */
const signsOf = (text: string): string[] =>
  [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => segment)
