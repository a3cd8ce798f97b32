/** For whoever looks into the browser's console: what a page shows as a sentence, in full. */
export function reportError(error: unknown) {
  // eslint-disable-next-line no-console -- the one place
  console.error(error)
}
