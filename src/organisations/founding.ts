/** Who may found an organisation on this server. */
import type { Viewer } from "../people/viewer.ts";
import type { Founding } from "../server/server.ts";

export type MayFound = "yes" | "ask" | "no";

export function mayFound(founding: Founding, viewer: Pick<Viewer, "isAdministrator">): MayFound {
  if (viewer.isAdministrator || founding === "anyone") return "yes";
  else return founding === "request" ? "ask" : "no";
}
