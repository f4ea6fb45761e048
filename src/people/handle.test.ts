import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { NETWORKS, readHandle } from "./handle.ts";
import type { Network } from "./handle.ts";

const read = (network: Network, written: string) => NETWORKS[network].read(written);

test("a handle is read in every form in which people paste it", () => {
  for (const written of ["@nell@fenbridge.example", "nell@fenbridge.example", "https://fenbridge.example/@nell", "https://fenbridge.example/users/nell", "acct:nell@Fenbridge.example", "https://fenbridge.example/@nell?lang=en"]) {
    assert.equal(read("fediverse", written), "@nell@fenbridge.example", written);
  }
  for (const written of ["@nell.bsky.social", "nell.bsky.social", "https://bsky.app/profile/nell.bsky.social", "NELL.bsky.social"]) {
    assert.equal(read("bluesky", written), "@nell.bsky.social", written);
  }
  assert.equal(read("github", "https://github.com/nellashworth/books"), "github.com/nellashworth");
  assert.equal(read("github", "@nellashworth"), "github.com/nellashworth");
  assert.equal(read("linkedin", "https://uk.linkedin.com/in/nell-ashworth/?originalSubdomain=uk"), "linkedin.com/in/nell-ashworth");
  assert.equal(read("linkedin", "in/nell-ashworth"), "linkedin.com/in/nell-ashworth");
  assert.equal(read("instagram", "https://www.instagram.com/nell.ashworth/"), "@nell.ashworth");
  assert.equal(read("threads", "https://www.threads.net/@nell"), "@nell");
  assert.equal(read("x", "https://twitter.com/nell"), "@nell");
  assert.equal(read("website", "https://nell.example/"), "nell.example");
  assert.equal(read("website", "nell.example/reading"), "nell.example/reading");
});

test("what cannot be a handle there is not taken for one", () => {
  assert.equal(read("fediverse", "@nell"), null, "without its server");
  assert.equal(read("fediverse", "nell@localhost"), null);
  assert.equal(read("bluesky", "nell"), null);
  assert.equal(read("github", "nell--ashworth"), null);
  assert.equal(read("x", "nell@fenbridge.example"), null);
  assert.equal(read("website", "javascript:alert(1)"), null);
  assert.equal(read("website", "https://nell:secret@nell.example"), null);
  assert.equal(readHandle("friendster", "nell"), null);
});

test("an ORCID is held against its check digit", () => {
  assert.equal(read("orcid", "https://orcid.org/0000-0002-1825-0097"), "0000-0002-1825-0097");
  assert.equal(read("orcid", "0000000218250097"), "0000-0002-1825-0097");
  assert.equal(read("orcid", "0000-0002-1694-233x"), "0000-0002-1694-233X");
  assert.equal(read("orcid", "0000-0002-1825-0079"), null, "two digits changed places");
});

test("slashes at the end of a website are not shown", () => {
  for (const written of ["https://a.example", "a.example/", "http://a.example//"]) assert.equal(read("website", written), "a.example");
  assert.equal(read("website", "a.example/me/?page=/"), "a.example/me?page=/");
});

test("reading what is shown gives the same again, and a link that leads nowhere strange", () => {
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(NETWORKS) as Network[])), fc.oneof(fc.webUrl(), fc.emailAddress(), fc.string(), fc.domain()), (network, written) => {
      const shown = read(network, written.trim());
      if (shown === null) return;
      assert.equal(read(network, shown), shown);
      const url = NETWORKS[network].url(shown);
      if (url !== null) assert.equal(new URL(url).protocol, "https:");
    }),
  );
});
