/** DATABASE_URL: somebody else's PostgreSQL instead of the built-in one. */
import assert from "node:assert/strict";
import test from "node:test";
import { startOwnPostgres, type Way } from "./own-postgres.ts";
import { serve } from "./program.ts";

const url = await startOwnPostgres("by_tcp", "by_socket");

for (const way of ["tcp", "socket"] satisfies Way[]) {
  test(`the example network over ${way}, as an ordinary role`, async () => {
    const served = await serve(["--example"], { DATABASE_URL: url(`by_${way}`, way), TEST_DATABASE: "yes" });
    assert.equal((await fetch(`${served.url}/health`)).status, 200);
    assert.equal((await fetch(served.url)).status, 200);
    const [link] = /http:\S+\/sign-in\/\S+/.exec(served.words.out)!;
    assert.equal((await fetch(link)).status, 200);
    const { code, out, err } = await served.stop();
    assert.equal(code, 0, err);
    assert.doesNotMatch(out + err, /s3cret/);
  });
}
