import type { GroupId, NoteId, ResultId } from '../ids.ts'
import type { Stage } from './phaseState.ts'

export const screenNumbers = [1, 2] as const
export type ScreenNumber = (typeof screenNumbers)[number]

/** Which text of a result is read: of now, of its notes, what has changed since it was decided (or begun), what was decided. */
export const resultTexts = ['current', 'original', 'changes', 'decided'] as const
export type ResultText = (typeof resultTexts)[number]

/** What stands on a screen, as its own task: everything else lies over it. */
export type BeamerShow =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'today' }
  /** Who is where. */
  | { readonly kind: 'groups' }
  /** A group's board read out: a question, `plenum` or `speicher`; or one of its cards, large. */
  | { readonly kind: 'group'; readonly group: GroupId; readonly view: string; readonly note: NoteId | null }
  /** The question that runs. */
  | { readonly kind: 'question'; readonly item: string }
  /** The most supported ones. */
  | { readonly kind: 'questions'; readonly item: string }
  | { readonly kind: 'timer'; readonly stage: Stage }
  /** That points are given there; what came out as soon as they are counted. */
  | { readonly kind: 'points'; readonly stage: Stage }
  | { readonly kind: 'message'; readonly text: string }
  /** `proposal`: with what it would change; otherwise one of its texts, that of now if none is named. */
  | {
      readonly kind: 'result'
      readonly id: ResultId
      readonly text?: ResultText | undefined
      readonly proposal?: string | undefined
    }
  /** The question to everyone, and its counts when it is closed. */
  | { readonly kind: 'consent'; readonly id: string }
  | { readonly kind: 'blank' }

/** Signs of a message. */
export const maxMessageLength = 280
export const zoomSteps = { least: -3, most: 4 } as const
/** A seventh larger with each step. */
export const zoomFactor = (zoom: number): number => Math.round(1.15 ** zoom * 1000) / 1000

/** One screen as it is steered, as a row. */
export type BeamerScreen = {
  readonly show: BeamerShow
  /** From 0; the screen itself knows how many there are, and stays at the last. */
  readonly page: number
  readonly zoom: number
  /** Over the show: the clock of a stage. */
  readonly timer: Stage | null
  /** Over the show: a sentence; empty: none. */
  readonly message: string
  /** What comes next. */
  readonly queue: readonly BeamerShow[]
  /** Counts up with every command. */
  readonly version: number
}
export const freshScreen: BeamerScreen = {
  show: { kind: 'welcome' },
  page: 0,
  zoom: 0,
  timer: null,
  message: '',
  queue: [],
  version: 0,
}

/** A screen out of its row; older rows were the show alone. */
export const screenOf = (row: BeamerScreen | BeamerShow | undefined): BeamerScreen => {
  if (!row) return freshScreen
  return 'kind' in row ? { ...freshScreen, show: row } : row
}

/** The group that a show is about; null: everyone's. */
export const groupShown = (show: BeamerShow): GroupId | null => {
  if (show.kind === 'group') return show.group
  const isOfStage = show.kind === 'timer' || show.kind === 'points'
  return isOfStage && show.stage !== 'plenum' ? show.stage : null
}
