import type { board as german } from '../de/board.ts'
import type { Translated } from '../Translated.ts'

export const board: Translated<typeof german> = {
  wall: 'Wall of working group {{group}}',
  hint: 'Arrow keys lead from note to note. Enter opens a note, Escape leads back. All keys are in the menu of the page. The list holds the same.',
  hintReader: 'Arrow keys lead from note to note. The list holds the same.',
  zoom: 'Size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomLevel: '{{percent}}%',
  showAll: 'Show all',
  closeDrawer: 'Close {{title}}',
}
