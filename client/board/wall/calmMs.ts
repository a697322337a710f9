/** How long a move takes that explains where something went; nothing for people who want no motion. */
export const calmMs = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160)
