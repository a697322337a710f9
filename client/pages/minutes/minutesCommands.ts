import type { MinutesAnswer } from '#shared/plenum/minutesAnswer.ts'
import { call } from '../../sync/call.ts'
import { keys, queryClient } from '../../sync/records.ts'

type HeadChange = {
  readonly title?: string
  readonly remarks?: string
  /** What stood there for whoever changes it. */
  readonly before: { readonly title?: string; readonly remarks?: string }
}
type LineChange = { readonly remark: string; readonly before: string }

const see = (answer: MinutesAnswer): void => {
  queryClient.setQueryData<MinutesAnswer>(keys.minutes, answer)
}
export const changeMinutes = async (change: HeadChange): Promise<void> =>
  see(await call<MinutesAnswer>('PUT', '/api/plenum/minutes', change))
export const changeLine = async (id: string, change: LineChange): Promise<void> =>
  see(await call<MinutesAnswer>('PUT', `/api/plenum/minutes/${encodeURIComponent(id)}`, change))
