/** How long a session lives after it was last used. */
export const SESSION_DAYS = 90;

export function sessionEnd(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: 24 * SESSION_DAYS });
}

/** "Firefox on Linux", from the User-Agent header: enough for someone to recognise a device of theirs, and no more. */
export function deviceName(userAgent: string | undefined): string {
  const agent = userAgent ?? "";
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1] ?? "A browser";
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1];
  return system ? `${browser} on ${system}` : browser;
}

const BROWSERS: [mark: string, name: string][] = [
  ["Firefox/", "Firefox"],
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
];

const SYSTEMS: [mark: string, name: string][] = [
  ["Android", "Android"],
  ["iPhone", "an iPhone"],
  ["iPad", "an iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "a Mac"],
  ["Linux", "Linux"],
];
