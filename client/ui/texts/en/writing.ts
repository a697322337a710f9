import type { writing as german } from '../de/writing.ts'
import type { Translated } from '../Translated.ts'

export const writing: Translated<typeof german> = {
  editorKeys:
    'Tab leads to the next note, Shift and Tab back, Control and Enter to the one below. Escape ends writing; after that Tab leads on through the page. Alt and F10 lead to the tools.',
  textKeys: 'Escape leads back to the note. Tab leads to the tools.',
  keys: 'Keyboard',
  singleKeys: 'Keys without Ctrl',
  singleKeysHint: 'N writes a note, digits choose its kind.',
  writeInCluster: 'Add a note',

  placeholder: 'One thought, or paste several lines',
  placeholderShort: 'One thought per note',

  pasteBar: 'Pasted lines',
  lines: '{{count}} lines:',
  asMany: '{{count}} notes',
  asOne: 'One note',
  notPasted: 'Paste nothing',
  keepText: 'Leave it',
  linesSaid: '{{count}} lines pasted. They can become {{count}} notes or one. Tab leads to the choice.',
  madeMany: '{{count}} notes written.',
  tooMany: 'More than {{count}} notes at once are not possible. Please paste fewer lines.',

  takenToTray: 'This note was put into the tray. Your text is kept.',
  takenMerged: 'This note was put together with others. Your text is kept.',
  takenMergedTold: '{{note}} was put together with others.',
  takeOut: 'Take out',

  elaborate: 'Work out as text',
  elaborateShort: 'Work out',
  elaborateTitle: 'Work out {{note}}',
}
