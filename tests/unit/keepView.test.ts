import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Spot } from '#shared/board.ts'
import type { ClusterId, NoteId, QuestionId } from '#shared/ids.ts'
import { anchorShift } from '../../client/board/wall/anchorShift.ts'
import { boardLayout, type BoardLayout } from '../../client/board/wall/boardLayout.ts'
import { boardMetrics } from '../../client/board/wall/boardMetrics.ts'

const ids = Array.from({ length: 40 }, (_, at) => `n${at}` as NoteId)
const inCluster = ids.slice(0, 6)

type More = {
  readonly heights?: Readonly<Record<string, number>>
  readonly without?: readonly string[]
  readonly at?: Readonly<Record<string, Spot>>
  readonly sheetAt?: Spot | null
}
/** Two zones of twenty cards; those of the first begin with a cluster. */
const wall = ({ heights = {}, without = [], at = {}, sheetAt = null }: More = {}): BoardLayout =>
  boardLayout({
    zones: ['Q1', 'Q2'].map((question, zone) => {
      const own = ids.filter((id, rank) => rank % 2 === zone && !without.includes(id))
      return {
        question: question as QuestionId,
        clusters:
          zone === 0
            ? [{ id: 'kk' as ClusterId, title: '', notes: own.filter((id) => inCluster.includes(id)) }]
            : [],
        loose: own.filter((id) => zone === 1 || !inCluster.includes(id)),
      }
    }),
    metrics: boardMetrics(),
    headHeight: 72,
    minHeight: 600,
    heightOf: (id) => heights[id] ?? 100,
    clusterHeadHeight: () => 32,
    noteAt: (id) => at[id] ?? null,
    columnOf: (id) => ((ids.indexOf(id) >> 1) % 2 === 0 ? 0 : 1),
    clusterAt: () => sheetAt,
  })
const size = { width: 900, height: 600 }
const middle = { x: 0, y: -500, zoom: 1 }
const grown = wall({ heights: { n0: 250, n2: 250 } })

test('B63 what grows above and out of view takes the view along with what one reads', () => {
  expect(anchorShift(wall(), grown, middle, size, 'n20')).toBe(150)
  // In the zone beside it nothing has moved.
  expect(anchorShift(wall(), grown, middle, size, 'n21')).toBe(0)
  expect(anchorShift(grown, wall(), middle, size, 'n20')).toBe(-150)
  // Nobody holds a card: the one where eyes rest counts, and it stands in the first zone of a narrow window.
  expect(anchorShift(wall(), grown, middle, { width: 400, height: 600 }, null)).toBe(150)
  expect(anchorShift(wall(), grown, { ...middle, x: -470 }, { width: 400, height: 600 }, null)).toBe(0)
})

test('B63 at the top nothing shifts, unless one holds a card there', () => {
  const top = { x: 0, y: 16, zoom: 1 }
  const taller = wall({ heights: { n0: 140, n2: 140 } })
  expect(anchorShift(wall(), taller, top, size, null)).toBe(0)
  expect(anchorShift(wall(), taller, top, size, 'n8')).toBe(40)
})

test('B63 who moves a card moves nobody’s view with it', () => {
  const narrow = { width: 400, height: 600 }
  const placed = wall({ at: { n20: { x: 0, y: 1500 } } })
  // Those below it close up, and no more than that is followed.
  expect([0, -108]).toContain(anchorShift(wall(), placed, middle, narrow, 'n20'))
  const gone = wall({ without: ['n20'] })
  expect([0, -108]).toContain(anchorShift(wall(), gone, middle, narrow, 'n20'))
  const sheetMoved = wall({ sheetAt: { x: 0, y: 2000 } })
  expect(anchorShift(wall(), sheetMoved, { x: 0, y: -60, zoom: 1 }, narrow, 'n4')).toBeLessThan(0)
})

test('B63 whatever others lay away and make grow: some card in view stays where it was', () => {
  fc.assert(
    fc.property(
      fc.subarray(ids, { maxLength: 12 }),
      fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 40, max: 400 })),
      fc.integer({ min: 20, max: 1400 }),
      (without, heights, down) => {
        const [was, is] = [wall(), wall({ without, heights })]
        const view = { x: 0, y: -down, zoom: 1 }
        const shift = anchorShift(was, is, view, size, null)
        const kept = [...was.notes.values()].filter(
          ({ id, box, column }) =>
            box.y < down + size.height && box.y + box.height > down && is.notes.get(id)?.column === column,
        )
        const moves = kept.map(({ id, box }) => is.notes.get(id)!.box.y - box.y)
        if (kept.length > 0) expect(moves).toContain(shift)
        else expect(shift).toBe(0)
      },
    ),
  )
})
