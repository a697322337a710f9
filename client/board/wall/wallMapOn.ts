import { keptSwitch } from '../keptSwitch.ts'

/** Whether the small overview may show; this device remembers it. */
export const wallMapOn = keptSwitch('leitwand.wallMap')
