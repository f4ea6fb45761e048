/** Server-sent events (WHATWG HTML, 9.2): one response that stays open. Browsers come back by themselves with the last id they were given. */

export interface EventStream {
  readonly response: Response;
  /** `id` is where the browser will say it was when it comes back. `data` may be anything that JSON can say. */
  send(id: number, data: unknown): void;
  /** Keeps proxies from thinking that nobody is there. */
  beat(): void;
  /** The browser comes back after a while. */
  close(): void;
}

/** A reader this far behind is on a dead line: it is let go and may come back. In bytes. */
const MOST_BEHIND = 256 * 1024;

const COME_BACK_AFTER_MS = 3000;

export function openEventStream(onClose: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let open = true;
  const body = new ReadableStream<Uint8Array>(
    {
      start(itself) {
        controller = itself;
      },
      cancel() {
        ended();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_BEHIND }),
  );
  write(`retry: ${COME_BACK_AFTER_MS}\n\n`);
  return {
    response: new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" } }),
    send: (id, data) => write(`id: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(": \n\n"),
    close,
  };

  function write(text: string): void {
    if (!open) return;
    if ((controller.desiredSize ?? 0) <= 0) return close();
    controller.enqueue(encoder.encode(text));
  }

  function close(): void {
    if (!open) return;
    controller.close();
    ended();
  }

  function ended(): void {
    open = false;
    onClose();
  }
}
