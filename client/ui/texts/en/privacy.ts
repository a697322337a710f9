import type { privacy as german } from '../de/privacy.ts'
import type { Translated } from '../Translated.ts'

export const privacy: Translated<typeof german> = {
  title: 'Privacy',
  intro: 'Leitwand runs on the server of the event team. This is what is stored there and on your device.',
  serverTitle: 'On the server',
  serverName: 'Your display name, your role, your group, your level if you name it, and when you joined.',
  serverNotes: 'The notes and texts you write, and who wrote a note or a comment.',
  serverHistory: 'All changes to them. Deleted text may still be contained there.',
  serverNot: 'No e-mail address, no password, no statistics about who writes how much.',
  deviceTitle: 'On your device',
  deviceCookie: 'One cookie, so that you are still here after a reload.',
  deviceNotes:
    'Your notes in the database of the browser, so that nothing is lost without network. Points, too, until they have arrived.',
  deviceLanguage:
    'The language you chose, your settings and texts you have begun. And which nameless questions are yours: only this device knows.',
  othersTitle: 'With others',
  othersText: 'Nothing. Leitwand asks no other service: no fonts, no images, no statistics from outside.',
  durationTitle: 'How long, and who helps',
  durationText:
    'The event team decides how long the data stay. You can ask them for information or deletion.',
  casesTitle: 'Our request',
  casesText: 'Please do not write about identifiable people on notes.',
}
