/** A process that uses the server in a folder until it is told to leave; for supervisor.test.ts. */
import { startServer } from "../../src/platform/db/embedded.ts";

const server = await startServer({ folder: process.argv[2]!, settings: { fsync: "off" } });
process.on("message", () => void server.stop().then(() => process.exit()));
process.send!("here");
