import type { Carriage } from '../../sync/roomSocket.ts'

export const wayText = (by: Carriage | null | undefined) =>
  by === 'socket' ? 'debug:bySocket' : by === 'http' ? 'debug:byHttp' : 'debug:byNothing'
