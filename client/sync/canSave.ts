import { valueStore } from './valueStore.ts'

/** False while the server says that it cannot save, for those who cannot ask `useCanSave`. */
export const canSave = valueStore(true)
