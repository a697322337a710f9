/** What both ends of `/sync/<room>` must agree on, beyond the y-websocket protocol itself. */

/** Frame types of y-websocket. */
export const frameType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const
/** Sub-types of a sync frame (y-protocols). */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/**
 * Sub-types of an auth frame that stock clients ignore in silence.
 * `[2, 90, varuint n]`: your first n document frames of this connection are on disk.
 * `[2, 91, varuint n, varstring reason]`: frame n was refused; nothing more of this connection is applied, and every
 * later frame is answered like this. Edits that came too late are kept for the moderators before they are refused: a
 * client that was refused gives its copy up once its last frame is answered.
 * Sent only to clients that connect with `?ack=1`.
 */
export const ackType = { stored: 90, refused: 91 } as const

/** Bytes of one frame; larger ones close the connection. A step 2 after long offline work may be larger. */
export const maxFrameBytes = 8 * 1024 * 1024

/** Presence, as it reaches the others: `user` is always written by the server. */
export type PresenceUser = { id: string; name: string; role: string; colour: number }
/**
 * `note`: the one being written in; `cursor`: the caret in its text; `pointer`: the mouse on the wall; `drags`: cards
 * being moved; `sight`: what is in view, said while somebody `follows` that person; `call`: "look here", to everyone.
 */
export type Presence = {
  user?: PresenceUser
  note?: string | null
  cursor?: unknown
  pointer?: unknown
  drags?: unknown
  sight?: unknown
  /** The id of the person whose view one shares. */
  follows?: unknown
  call?: unknown
  /** Changes of this device that have waited for the server's disk for a while. */
  unsaved?: unknown
}

/**
 * The HTTP door carries the same frames where WebSockets do not work. Events of a page's stream besides its topics:
 * `hello <id>`: bundles of this page go to `POST /api/stream/<id>` (lineBundle.ts);
 * `line <number> <base64>`: a frame; `closed <number> <code> <reason>`: the line has ended;
 * `beat`: a page with lines answers with a bundle, an empty one if need be.
 */
export type StreamEvent = 'hello' | 'line' | 'closed' | 'beat'
/** Lines of one stream at a time. */
export const maxLines = 16

/** Topics of the event stream: the client fetches anew what they name. */
export type Topic =
  | 'plenum'
  | 'beamer'
  | 'event'
  | 'me'
  | 'people'
  | 'saving'
  | 'day'
  | 'votes'
  | 'late'
  | 'questions'
  | 'presenting'
  | 'proposals'
  | 'consents'
  | 'minutes'
  | 'overlaps'
  | `notes/${string}`
  | `drafts/${string}`
