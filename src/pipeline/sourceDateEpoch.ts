/**
 * How the time of a fetch is published: as it was, or the time of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org) where the
 * environment sets it. Throws RangeError where that is no whole number.
 */
export function fixedCaptureTime(environment: NodeJS.ProcessEnv): (fetchedAt: string) => string {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return (fetchedAt) => fetchedAt;
  if (!/^\d{1,11}$/.test(epoch)) throw new RangeError(`SOURCE_DATE_EPOCH: expected seconds since 1970, got ${JSON.stringify(epoch)}`);
  const fixed = new Date(Number(epoch) * 1000).toISOString();
  return () => fixed;
}
