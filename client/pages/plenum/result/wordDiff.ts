export { wordDiff, type DiffPart } from '#shared/wordDiff.ts'
