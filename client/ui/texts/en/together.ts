import type { together as german } from '../de/together.ts'
import type { Translated } from '../Translated.ts'

export const together: Translated<typeof german> = {
  moves: '{{name}} is moving this',
  isMoved: '{{note}} is being moved by {{name}} right now.',

  people_one: '{{count}} person is here ({{names}}): see and follow',
  people_other: '{{count}} people are here ({{names}}): see and follow',
  peopleHere: 'Here right now',
  follow: 'Follow {{name}}',
  unfollow: 'Stop following {{name}}',
  writesIn: 'is writing in {{note}}',
  moderates: 'Moderator',
  following: 'You are following {{name}}',
  followingHint: 'You see what {{name}} sees. It ends as soon as you scroll or write yourself.',
  stop: 'Stop',

  menu: 'Together',
  lookHere: 'Look here',
  lookHereHint: 'Everyone else is asked to',
  nobodyHere: 'Nobody else is here right now',
  lookAtNote: 'Ask everyone to look here',
  invited: 'The others are asked to look at {{place}}.',
  tooSoon: 'You have just asked. Please wait a moment.',
  calls: '{{name}} asks: please look at {{place}}',
  thisPlace: 'this place',
  show: 'Show',
  noThanks: 'No, thanks',
  news: 'Looking together',

  cursors: 'Mouse pointers of the others',
}
