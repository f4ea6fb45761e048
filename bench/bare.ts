/** The bare server of all ratios: node:http, one body of BYTES bytes, nothing else. Run as a process of its own. */
import { createServer } from "node:http";

const body = Buffer.alloc(Number(process.env["BYTES"]), "x");
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`));
