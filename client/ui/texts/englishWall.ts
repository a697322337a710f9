import { questions } from './en/questions.ts'
import { steer } from './en/steer.ts'
import { wall } from './en/wall.ts'

/** What one reads about questions, on the wall and where it is steered. */
export const englishWall = {
  questions,
  steer,
  wall,
}
