import { people } from './en/people.ts'

/** What staff read who seat people, and everyone on the way to another device. */
export const englishPeople = { people }
