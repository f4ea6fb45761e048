/** Numbers about a running process in the text format of Prometheus (0.0.4). */
export type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly suffix?: string; readonly value: number };

export type Family = { readonly name: string; readonly type: "counter" | "gauge" | "histogram"; readonly help: string; readonly samples: readonly Sample[] };

export const gauge = (name: string, help: string, samples: number | readonly Sample[]): Family => ({ name, type: "gauge", help, samples: typeof samples === "number" ? [{ value: samples }] : samples });

export const counter = (name: string, help: string, samples: number | readonly Sample[]): Family => ({ ...gauge(name, help, samples), type: "counter" });

export function exposition(families: readonly Family[]): string {
  return families.map(({ name, type, help, samples }) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map((sample) => line(name, sample)).join("")}`).join("");
}

function line(name: string, { labels = {}, suffix = "", value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`);
  return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
}
