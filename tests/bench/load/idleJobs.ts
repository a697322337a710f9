import { boardOf } from './board.ts'
import { connectAll, opened, RoomClient, type Seat } from './roomClient.ts'

const keepAliveMs = 25_000
const held: RoomClient[] = []
let keepAlive: NodeJS.Timeout | undefined

/** Hocuspocus ends connections that say nothing for a minute; its own provider says something as well. */
const staysAlive = (seats: readonly Seat[]) => {
  if (seats[0]?.dialect !== 'hocuspocus') return
  clearInterval(keepAlive)
  keepAlive = setInterval(() => {
    for (const client of held) client.sendStep1()
  }, keepAliveMs)
}

/** What the bench may ask about connections that only stand there. */
export const idleJobs = {
  async holdOpen(seats: readonly Seat[]): Promise<void> {
    held.push(...(await connectAll(seats)))
    staysAlive(seats)
  },
  /** How many of those that were opened still are. */
  async countOpen(): Promise<number> {
    const ended = await Promise.all(
      held.map(({ socket }) => Promise.race([socket.closed.then(() => true), Promise.resolve(false)])),
    )
    return ended.filter((isEnded) => !isEnded).length
  },
  letGo(): void {
    clearInterval(keepAlive)
    for (const { socket } of held.splice(0)) socket.end()
  },
  /** Writes a board of so many notes into every document, and answers its size. */
  async writeBoards(seats: readonly Seat[], notes: number): Promise<number> {
    const board = boardOf(notes)
    for (const seat of seats) {
      const client = new RoomClient(seat)
      await opened(client)
      client.sendUpdate(board)
      const answered = new Promise<void>((done) => (client.onUpdate = () => done()))
      await answered
      client.socket.end()
    }
    return board.length
  },
}
