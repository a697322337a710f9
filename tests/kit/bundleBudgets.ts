/** A page of the house: the modules that must be there before it shows what it is for. */
export type Route = {
  readonly name: string
  readonly modules: readonly string[]
  /** At most so many kB (1,000 bytes) of scripts, gzipped. */
  readonly budget: number
}

/** The page fetches the sentences of one language before it shows anything; the German ones are longer. */
const start = ['main.tsx', 'ui/texts/german.ts']
const joined = [...start, 'pages/JoinedPages.tsx', 'ui/texts/germanInside.ts']
const group = [...joined, 'pages/group.tsx']
const board = [...group, 'board/wall/BoardView.tsx']

export const routes: readonly Route[] = [
  { name: 'join', modules: [...start, 'pages/join.tsx'], budget: 130 },
  { name: 'plenum', modules: [...joined, 'ui/texts/germanPlenum.ts', 'pages/plenum.tsx'], budget: 230 },
  { name: 'list', modules: [...group, 'board/list/ListView.tsx', 'board/Composer.tsx'], budget: 230 },
  { name: 'board', modules: board, budget: 280 },
]

/** Fetched when the board stands; counted without what the board has brought already. */
export const editor = { modules: ['editor/NoteEditor.tsx'], known: board, budget: 135 }
