import type { merge as german } from '../de/merge.ts'
import type { Translated } from '../Translated.ts'

export const merge: Translated<typeof german> = {
  title: 'How it would stand in the plenary',
  from: 'From {{notes}}.',
  levels: 'Levels: {{levels}}.',
  hint: 'You can reword it together afterwards.',
}
