import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Config } from "../config.ts";
import { SetupError, codeOf } from "../errors.ts";

export interface Listening {
  readonly port: number;
  /** From now on this answers, instead of "is starting". */
  answerWith(fetch: Fetch): void;
  /** A renewed certificate, without interrupting anyone. */
  useCertificate(tls: NonNullable<Config["tls"]>): void;
  /** Takes no more requests, lets those under way finish (for `patience` milliseconds), and ends the live streams. */
  stop(patience?: number): Promise<void>;
}

type Fetch = Parameters<typeof getRequestListener>[0];

/** Takes the port at once, so that a taken one is known before anything else begins; answers 503 until `answerWith`. */
export async function listen({ port, host, tls }: Pick<Config, "port" | "host" | "tls">): Promise<Listening> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = starting;
  const streams = new Set<ServerResponse>();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.accept?.startsWith("text/event-stream")) {
      streams.add(response);
      response.once("close", () => streams.delete(response));
    }
    answer(request, response);
  };
  const server: Server | SecureServer = tls ? createSecureServer({ cert: tls.cert.text, key: tls.key.text }, handle) : createServer(handle);
  // Longer than any proxy keeps an idle connection, or it would now and then send a request into one that we just closed.
  server.keepAliveTimeout = 75_000;
  await bind(server, port, host);

  return {
    port: (server.address() as AddressInfo).port,
    answerWith(fetch) {
      const answering = getRequestListener(fetch);
      answer = (request, response) => void answering(request, response);
    },
    useCertificate: ({ cert, key }) => (server as SecureServer).setSecureContext({ cert: cert.text, key: key.text }),
    stop: (patience = 10_000) =>
      new Promise((done) => {
        const impatient = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(impatient);
          done();
        });
        for (const stream of streams) stream.destroy(); // browsers come back to a live stream by themselves
        server.closeIdleConnections();
      }),
  };
}

function starting(_request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "2" })
    .end("Branchline is starting. Try again in a moment.\n");
}

function bind(server: Server | SecureServer, port: number, host: string | undefined): Promise<void> {
  return new Promise((done, failed) => {
    server.once("error", (error) => failed(cannotListen(error, port, host)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, done);
  });
}

function cannotListen(error: Error, port: number, host: string | undefined): Error {
  const code = codeOf(error);
  if (code === "EADDRINUSE")
    return new SetupError(`Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`);
  if (code === "EACCES")
    return new SetupError(`This account may not use port ${port}. Choose one above 1023, such as PORT=3000, and put a proxy in front.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new SetupError(`HOST is ${host}, which is no address of this machine. Correct it, or leave HOST out to listen on all.`);
  return error;
}
