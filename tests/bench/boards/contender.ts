import type { Page } from 'playwright-core'

export const boardSizes = [200, 1_000, 3_000] as const
export type BoardSize = (typeof boardSizes)[number]
export const contenderNames = ['ours', 'Excalidraw', 'tldraw'] as const
export type ContenderName = (typeof contenderNames)[number]
export type Point = { readonly x: number; readonly y: number }
export type Change = 'text' | 'move'

/** What the browser of somebody who is already in brings along. */
export type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>['cookies']

/** A whiteboard with boards of all sizes, as the bench handles it. */
export type Contender = {
  readonly name: ContenderName
  readonly urlOf: (size: BoardSize) => string
  readonly cookiesFor: (size: BoardSize) => Cookies
  /** An expression that is true in the page from the frame on in which the notes are there. */
  readonly readyWhen: string
  /** The same for the frame from which on one can work on them, where that is another. */
  readonly worksWhen?: string
  /** Middles of notes that can be seen and reached. */
  readonly spots: (page: Page) => Promise<readonly Point[]>
  /** Somebody else changes a note that is in view, one step every `everyMs`. */
  readonly change: (
    page: Page,
    size: BoardSize,
    what: Change,
    times: number,
    everyMs: number,
  ) => Promise<void>
}
