/**
 * Every refusal once: HTTP status, WebSocket close code, text key.
 * Close codes 4400–4499 mean "stay away" (stock clients stop), all others mean "come back".
 */
const table = {
  badRequest: { http: 400, close: 4400 },
  badFrame: { http: 400, close: 4400 },
  nameEmpty: { http: 400, close: 4400 },
  nameTooLong: { http: 400, close: 4400 },
  questionEmpty: { http: 400, close: 4400 },
  questionTooLong: { http: 400, close: 4400 },
  ownQuestion: { http: 400, close: 4400 },
  questionRuns: { http: 409, close: 4409 },
  groupUnknown: { http: 400, close: 4400 },
  seatMissing: { http: 400, close: 4400 },
  seatNotPlenum: { http: 403, close: 4403 },
  agendaEnd: { http: 400, close: 4400 },
  agendaDay: { http: 400, close: 4400 },
  ticketMissing: { http: 401, close: 4401 },
  ticketForged: { http: 401, close: 4401 },
  ticketExpired: { http: 401, close: 4401 },
  codeUnknown: { http: 403, close: 4403 },
  transferUnknown: { http: 403, close: 4403 },
  forbidden: { http: 403, close: 4403 },
  readOnly: { http: 403, close: 4403 },
  foreignOrigin: { http: 403, close: 4403 },
  roomUnknown: { http: 404, close: 4404 },
  notFound: { http: 404, close: 4404 },
  outdated: { http: 409, close: 4409 },
  agendaOverlap: { http: 409, close: 4409 },
  agendaOrder: { http: 409, close: 4409 },
  groupFull: { http: 409, close: 4409 },
  groupsFull: { http: 409, close: 4409 },
  personHasWork: { http: 409, close: 4409 },
  personHasDrafts: { http: 409, close: 4409 },
  peopleDiffer: { http: 409, close: 4409 },
  textChanged: { http: 409, close: 4409 },
  objectionOpen: { http: 409, close: 4409 },
  consentEmpty: { http: 409, close: 4409 },
  consentRuns: { http: 409, close: 4409 },
  consentClosed: { http: 409, close: 4409 },
  consentNotYours: { http: 403, close: 4403 },
  consentReason: { http: 400, close: 4400 },
  consentReasonTooLong: { http: 400, close: 4400 },
  noteTaken: { http: 409, close: 4409 },
  stillHidden: { http: 409, close: 4409 },
  lateSettled: { http: 409, close: 4409 },
  lateBroken: { http: 409, close: 4409 },
  lateNoText: { http: 409, close: 4409 },
  reasonMissing: { http: 400, close: 4400 },
  proposalEmpty: { http: 400, close: 4400 },
  proposalTooLong: { http: 400, close: 4400 },
  proposalsTooMany: { http: 409, close: 4409 },
  proposalLost: { http: 409, close: 4409 },
  proposalSettled: { http: 409, close: 4409 },
  proposalChanged: { http: 409, close: 4409 },
  plenumFrozen: { http: 409, close: 4409 },
  plenumOpen: { http: 409, close: 4409 },
  noPhase: { http: 409, close: 4409 },
  notInGroup: { http: 409, close: 4409 },
  beyondDay: { http: 409, close: 4409 },
  noticeText: { http: 400, close: 4400 },
  eventTaken: { http: 409, close: 4409 },
  groupInUse: { http: 409, close: 4409 },
  questionInUse: { http: 409, close: 4409 },
  phaseInUse: { http: 409, close: 4409 },
  talkInUse: { http: 409, close: 4409 },
  templateUnusable: { http: 400, close: 4400 },
  voteOpen: { http: 409, close: 4409 },
  voteClosed: { http: 409, close: 4409 },
  voteEmpty: { http: 409, close: 4409 },
  minutesClosed: { http: 403, close: 4403 },
  nothingAdopted: { http: 409, close: 4409 },
  voteNotYours: { http: 403, close: 4403 },
  itemUnknown: { http: 400, close: 4400 },
  pointsSpent: { http: 409, close: 4409 },
  pointsTooMany: { http: 409, close: 4409 },
  tooLarge: { http: 413, close: 4413 },
  documentFull: { http: 413, close: 4413 },
  tooManyTries: { http: 429, close: 4503 },
  tooSlow: { http: 503, close: 4508 },
  tooManyParked: { http: 503, close: 4503 },
  tooManyConnections: { http: 503, close: 4503 },
  storeDown: { http: 503, close: 4503 },
  shuttingDown: { http: 503, close: 1012 },
} as const

export type RefusalCode = keyof typeof table
/** A sentence for each; `unexpected`: a fault nobody foresaw, answered with 500. */
export type RefusalText = Readonly<Record<RefusalCode | 'unexpected', string>>

/** A refusal is a value: what happened, and what its sentence needs. The sentence itself is `refusal.<code>` in the texts. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string>>
  constructor(code: RefusalCode, params: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
  get http(): number {
    return table[this.code].http
  }
  get close(): number {
    return table[this.code].close
  }
}

export const refusalCodes = Object.keys(table) as RefusalCode[]
/** True when a client must not try again by itself. */
export const staysAway = (closeCode: number): boolean => closeCode >= 4400 && closeCode < 4500
