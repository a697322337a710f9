import { isId, type EventId, type GroupId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { askAhead } from './sync/aheadAnswers.ts'
import { openAhead } from './sync/aheadSocket.ts'
import './ui/tokens.css'
import './ui/base.css'

/**
 * The first script of every page, so small that it runs while the others are still on their way: it asks for what the page
 * will show, lets a board's first look be drawn, and then opens the page. It imports nothing that is not as small.
 */
const [, place = '', group = '', part = ''] = location.pathname.split('/')
const outside = ['beitreten', 'datenschutz']
const asksForBoard = place === 'gruppe' && isId(group)

/** Asked for twice here: whoever comes second reads a copy. */
const copyOf = (answer: Promise<Response>): Promise<unknown> => {
  const copy = answer.then((one) => one.clone().json() as Promise<unknown>)
  // Whoever reads it hears of it.
  copy.catch(() => {})
  return copy
}

const event = askAhead('/api/event')
const me = outside.includes(place) ? null : askAhead('/api/me')
const day = asksForBoard ? askAhead('/api/day') : null

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
/** Longer the page does not wait for its first look. */
const lookPatienceMs = 1000

/** The first screen of a board stands before board, page and editor are here. */
const look = async (me: Promise<unknown>, day: Promise<unknown>): Promise<void> => {
  try {
    const answer = askAhead(`/api/groups/${group}/look`)
    const { openLook } = await import('./pages/look/openLook.ts')
    await openLook(group as GroupId, { look: (await answer).json(), me, day })
  } catch {
    // The page comes without it.
  }
}
/** What takes long and nobody sees yet waits for it: one thread does all of it. */
const looked: Promise<void> =
  me && day && part === ''
    ? Promise.race([look(copyOf(me), copyOf(day)), pause(lookPatienceMs)])
    : Promise.resolve()

const openBoard = async (): Promise<void> => {
  try {
    const { id } = (await copyOf(event)) as { readonly id?: unknown }
    if (!isId(id)) return
    await openAhead(roomName(id as EventId, { kind: 'group', group: group as GroupId }), looked)
  } catch {
    // The page will ask for itself.
  }
}
if (asksForBoard) void askAhead(`/api/groups/${group}/notes`)
/** When what the page was opened for is here, as far as it was asked for ahead: the board of a group. */
export const contentCame: Promise<void> = asksForBoard ? openBoard() : Promise.resolve()

const openPage = async (): Promise<void> => {
  await looked
  await import('./main.tsx')
}
void openPage()
