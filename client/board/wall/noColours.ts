/**
 * Stands for `d3-color` (see vite.config.ts): what moves the wall's view can also run from colour to colour, which nothing
 * here does. 4 kB of the first load.
 */
export const color = function () {
  return null
}
export const rgb = color
export const hsl = color
export const lab = color
export const hcl = color
export const cubehelix = color
