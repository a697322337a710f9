import { randomBytes } from 'node:crypto'
import { idOf } from '#shared/ids.ts'

/** A fresh id: 80 random bits. */
export const newId = <T extends string>(): T => idOf<T>(randomBytes(10))
