/** The board for the room and for paper. */
export const readout = {} as const
