import { questions } from './de/questions.ts'
import { steer } from './de/steer.ts'
import { wall } from './de/wall.ts'

/** What one reads about questions, on the wall and where it is steered. */
export const germanWall = {
  questions,
  steer,
  wall,
}
