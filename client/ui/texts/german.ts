import { app } from './de/app.ts'
import { refusal } from './de/refusal.ts'
import { join } from './de/join.ts'
import { privacy } from './de/privacy.ts'

/** What one reads before one has joined, and everywhere. */
export const german = {
  app,
  refusal,
  join,
  privacy,
}
