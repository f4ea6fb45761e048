import type { View } from "../ui/view.ts";
import { NETWORKS } from "./handle.ts";
import type { Network } from "./handle.ts";

export function networkOptions(view: View): { value: string; label: string }[] {
  return (Object.keys(NETWORKS) as Network[]).map((network) => ({ value: network, label: view.t(NETWORKS[network].name) }));
}
