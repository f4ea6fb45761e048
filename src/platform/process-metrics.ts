/** What the process itself takes: memory, processor, and how long the event loop kept others waiting. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { counter, gauge } from "./metrics.ts";
import type { Family } from "./metrics.ts";

let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** Event loop delays are those since the last reading; watching begins with the first, so that nobody pays for what nobody reads. */
export function processFamilies(): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge("process_resident_memory_bytes", "Memory of this process.", rss),
    gauge("nodejs_heap_used_bytes", "Of it, what JavaScript uses.", heapUsed),
    gauge("nodejs_external_memory_bytes", "Of it, what is held outside the heap.", external),
    counter("process_cpu_seconds_total", "Processor time of this process.", (user + system) / 1e6),
    gauge("nodejs_eventloop_delay_seconds", "How late timers were since the last reading.", delays()),
  ];
}

function delays() {
  if (!delay) {
    delay = monitorEventLoopDelay({ resolution: 20 });
    delay.enable();
    return [];
  }
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  const samples = [
    { labels: { quantile: "0.5" }, value: seconds(delay.percentile(50)) },
    { labels: { quantile: "0.99" }, value: seconds(delay.percentile(99)) },
    { labels: { quantile: "1" }, value: seconds(delay.max) },
  ];
  delay.reset();
  return samples;
}
