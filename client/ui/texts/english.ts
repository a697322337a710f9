import { app } from './en/app.ts'
import { refusal } from './en/refusal.ts'
import { join } from './en/join.ts'
import { privacy } from './en/privacy.ts'

/** What one reads before one has joined, and everywhere. */
export const english = {
  app,
  refusal,
  join,
  privacy,
}
