/**
 * Whom to ask about an event: the organisers of each host, or of the nearest unit above it that has some; each person once, the first host's first.
 * `hostPath` holds the ids on the way down to each host, one way after another, and so each ends with the host itself.
 */
export function nearestOrganisers<O extends { unitId: string; personId: string }>(hostUnits: readonly string[], hostPath: readonly string[], above: readonly O[]): O[] {
  const found = new Map<string, O>();
  let begin = 0;
  for (const host of hostUnits) {
    const end = hostPath.indexOf(host, begin) + 1;
    const nearest = hostPath.slice(begin, end).findLast((unit) => above.some(({ unitId }) => unitId === unit));
    for (const one of above) if (one.unitId === nearest && !found.has(one.personId)) found.set(one.personId, one);
    begin = end;
  }
  return [...found.values()];
}
