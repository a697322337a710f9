const MB = 1024 * 1024
const GB = 1024 * MB

export const megabytes = (count: number): number => count * MB

/** Rounded down, so that what is too little looks it. */
export const sizeOf = (bytes: number): string =>
  bytes < GB
    ? `${Math.floor(bytes / MB)} MB`
    : `${bytes < 10 * GB ? Math.floor((bytes / GB) * 10) / 10 : Math.floor(bytes / GB)} GB`

export const timeOf = (ms: number): string => `${ms < 10 ? Number(ms.toPrecision(2)) : Math.round(ms)} ms`
