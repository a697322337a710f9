import { keptSwitch } from '../keptSwitch.ts'

/** Whether this device shows the mice of the others. */
export const cursorsShown = keptSwitch('leitwand.cursors')
