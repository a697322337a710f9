/** Before the name of a document in this browser's storage: a copy of it is kept here. */
export const keptPrefix = 'leitwand.copy.'
