import { timingSafeEqual } from "node:crypto";
import { hashToken } from "../ids.ts";
import type { Config } from "../config.ts";

export type Asker = { readonly authorization: string | undefined; readonly address: string; readonly host: string | undefined; readonly isForwarded: boolean };

type Settings = Pick<Config, "metricsToken" | "trustProxy" | "baseUrl" | "tls">;

/**
 * With METRICS_TOKEN whoever knows it; without, programs on this machine alone. Behind a proxy on the same machine everybody seems to be here: so
 * where one stands in front, or the request came on, or it was meant for another name than this machine's own, nobody may without the token.
 */
export function mayReadMetrics({ metricsToken, trustProxy, baseUrl, tls }: Settings, { authorization, address, host, isForwarded }: Asker): boolean {
  if (metricsToken !== undefined) {
    const said = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
    return said !== undefined && timingSafeEqual(hashToken(said), hashToken(metricsToken));
  }
  const hasProxy = trustProxy || isForwarded || (baseUrl.startsWith("https:") && tls === undefined);
  return !hasProxy && /^(127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/.test(address) && /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host ?? "");
}
