import { keptSwitch } from '../keptSwitch.ts'

/** Whether a screen reader is told what others do; this device remembers it. */
export const newsOn = keptSwitch('leitwand.news')
