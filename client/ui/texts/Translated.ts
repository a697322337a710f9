/** The same keys as the German texts. */
export type Translated<Texts> = { readonly [Key in keyof Texts]: string }
