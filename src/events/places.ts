/** Null where there is room for everybody. A capacity that was lowered leaves none, and takes none away. */
export function placesLeft({ capacity, goingCount }: { readonly capacity: number | null; readonly goingCount: number }): number | null {
  return capacity === null ? null : Math.max(0, capacity - goingCount);
}
