/** "Ablage (3)", and "Ablage" while there is nothing in it: the same in every view. */
export const counted = (label: string, count = 0): string => (count > 0 ? `${label} (${count})` : label)
