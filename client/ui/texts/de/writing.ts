/** Writing notes fast: paste, long texts, chains. */
export const writing = {} as const
