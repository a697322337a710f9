/** What draws a board as a picture, fetched apart: it is needed once a day. */
export const fetchPicture = async () => {
  const [{ boardPicture }, saving] = await Promise.all([
    import('./boardPicture.ts'),
    import('./savePicture.ts'),
  ])
  return { boardPicture, ...saving }
}
