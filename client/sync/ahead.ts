import { isId, type EventId, type GroupId } from '#shared/ids.ts'
import { roomName } from '#shared/place.ts'
import { askAhead } from './aheadAnswers.ts'
import { openAhead } from './aheadSocket.ts'

/**
 * The first script of every page, so small that it runs while the others are still on their way: it asks for what the page
 * will show. It imports nothing that is not as small.
 */
const [, place = '', group = ''] = location.pathname.split('/')
const outside = ['beitreten', 'datenschutz']

const event = askAhead('/api/event')
if (!outside.includes(place)) void askAhead('/api/me')

const openBoard = async (): Promise<void> => {
  try {
    const { id } = (await (await event).clone().json()) as { readonly id?: unknown }
    if (!isId(id)) return
    await openAhead(roomName(id as EventId, { kind: 'group', group: group as GroupId }))
  } catch {
    // The page will ask for itself.
  }
}
const asksForBoard = place === 'gruppe' && isId(group)
if (asksForBoard) {
  void askAhead('/api/day')
  void askAhead(`/api/groups/${group}/notes`)
}
/** When what the page was opened for is here, as far as it was asked for ahead: the board of a group. */
export const contentCame: Promise<void> = asksForBoard ? openBoard() : Promise.resolve()
