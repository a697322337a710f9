import type { debug as german } from '../de/debug.ts'
import type { Translated } from '../Translated.ts'

export const debug: Translated<typeof german> = {
  title: 'Connection',
  rooms: 'Rooms of this page',
  noRooms: 'No room is open on this page.',
  bySocket: 'WebSocket',
  byHttp: 'HTTP',
  byNothing: 'none',
  way: 'Way',
  since: 'since {{time}}',
  reconnects_one: 'reconnected {{count}} time',
  reconnects_other: 'reconnected {{count}} times',
  closeCode: 'last closed with {{code}}',
  changes: 'Changes',
  changeCounts: '{{made}} made, {{stored}} stored, {{waiting}} waiting',
  room: 'Room',
  synced: 'in sync',
  notSynced: 'not in sync',
  refused: 'refused with {{code}}',
  late: 'too late: {{reason}}',
  frames: 'Frames',
  frameCounts: '{{sent}} sent, {{heard}} received',
  latest: 'Latest frames of {{room}}, newest first',
}
