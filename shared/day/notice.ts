import type { GroupId } from '../ids.ts'

/** What moderators or staff tell a group, or everyone. */
export type Notice = {
  readonly id: string
  readonly text: string
  /** Null: everyone. */
  readonly to: GroupId | null
  /** The role that speaks, as people see it: a name. */
  readonly by: string
  readonly at: number
}
