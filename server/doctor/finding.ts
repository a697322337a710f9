/** `bad`: a conference should not begin like this. */
export type Finding = {
  readonly level: 'good' | 'note' | 'bad'
  readonly sentence: string
  readonly advice?: string
}
