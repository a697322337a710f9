export type Download = {
  readonly document: 'results' | 'notes'
  readonly format: 'docx' | 'md'
  /** A finalised version; null: the working state. */
  readonly version: number | null
  readonly authors: boolean
}

/** Only what fits the document is asked for. */
export const downloadPath = ({ document, format, version, authors }: Download): string => {
  const query = document === 'results' ? version !== null && `version=${version}` : authors && 'authors=1'
  return `/api/export/${document}.${format}${query ? `?${query}` : ''}`
}
