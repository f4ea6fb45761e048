import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { settingsTable } from "../../src/cli/settings.ts";
import { readConfig, withoutPassword } from "../../src/platform/config.ts";
import { SetupError } from "../../src/platform/errors.ts";
import { SETTINGS, type Setting } from "../../src/platform/settings-table.ts";

const folder = mkdtempSync(join(tmpdir(), "branchline-settings-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("nothing has to be set", () => {
  const config = readConfig({}, {});
  assert.equal(config.port, 3000);
  assert.equal(config.baseUrl, "http://localhost:3000");
  assert.equal(config.databaseUrl, undefined);
  assert.equal(config.mailFrom, "Branchline <branchline@localhost>");
});

test("the command line wins over the environment, and the environment over the file", () => {
  const path = file("branchline.env", "PORT=1001\nHOST=10.0.0.1\nSITE_NAME='Our Place' # a remark\n");
  const config = readConfig({ NOW: "2026-07-06" }, { BRANCHLINE_CONFIG: path, PORT: "1002", NOW: "2020-01-01" });
  assert.deepEqual([config.port, config.host, config.siteName], [1002, "10.0.0.1", "Our Place"]);
  assert.equal(String(config.now), "2026-07-06T09:00:00Z");
});

const WRONG: [Record<string, string>, RegExp][] = [
  [{ PORT: "eighty" }, /^PORT must be a number up to 65535, not "eighty"\.$/],
  [{ PORT: "65536" }, /^PORT must be/],
  [{ BASE_URL: "meet.example.org" }, /^BASE_URL must be a whole address/],
  [{ BASE_URL: "https://example.org/meet" }, /^BASE_URL must end after the name/],
  [{ DATABASE_URL: "mysql://me:secret@db/x" }, /^DATABASE_URL must look like postgresql:/],
  [{ SMTP_URL: "mail.example.org:25" }, /^SMTP_URL must look like smtps:/],
  [{ MAIL_FROM: "Branchline" }, /^MAIL_FROM must be an email address/],
  [{ MAIL_FROM: "a@b.c\r\nBcc: everyone@example.org" }, /^MAIL_FROM must be/],
  [{ DKIM_DOMAIN: "example.org" }, /belong together, and DKIM_SELECTOR and DKIM_KEY are not set\.$/],
  [{ TLS_CERT: "/nowhere/cert.pem", TLS_KEY: "/nowhere/key.pem" }, /^TLS_CERT names a file that cannot be read/],
  [{ TRUST_PROXY: "perhaps" }, /^TRUST_PROXY must be yes or no/],
  [{ ZONE: "Mars/Olympus" }, /^ZONE must be/],
  [{ NOW: "yesterday" }, /^NOW must be a date or a moment/],
  [{ LOG: "loud" }, /^LOG must be/],
  [{ BRANCHLINE_CONFIG: "/nowhere/branchline.env" }, /^The settings file \/nowhere\/branchline\.env cannot be read/],
];

for (const [environment, sentence] of WRONG) {
  test(`one clear sentence for ${JSON.stringify(environment)}`, () => {
    assert.throws(
      () => readConfig({}, environment),
      (error: Error) => {
        assert.ok(error instanceof SetupError);
        assert.match(error.message, sentence);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      },
    );
  });
}

test("a misspelt name in the file is found", () => {
  const path = file("misspelt.env", "PROT=80");
  assert.throws(() => readConfig({}, { BRANCHLINE_CONFIG: path }), /sets PROT, which is no setting/);
});

test("a certificate that does not fit its key is refused at once", () => {
  const pem = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" });
  const [cert, key] = [file("cert.pem", pem()), file("key.pem", pem())];
  assert.throws(() => readConfig({}, { TLS_CERT: cert, TLS_KEY: key }), /do not go together/);
});

test("passwords are left out of what people see", () => {
  assert.equal(
    withoutPassword("postgresql://me:se:cr@et@db.example.org/x".replace("se:cr@et", "secret")),
    "postgresql://me@db.example.org/x",
  );
  assert.equal(withoutPassword("postgresql://me:secret@/x?host=/run"), "postgresql://me@/x?host=/run");
  assert.equal(withoutPassword("postgresql:///x?user=me&password=secret&ssl=1"), "postgresql:///x?user=me&password=...&ssl=1");
  assert.equal(withoutPassword("smtps://name%40x:secret@mail"), "smtps://name%40x@mail");
});

test(
  "every setting has a meaning and an example, and the README holds the table",
  { skip: !existsSync("README.md") && "there is no README yet" },
  () => {
    for (const { meaning, example } of Object.values<Setting<unknown>>(SETTINGS)) assert.ok(meaning.endsWith(".") && example);
    assert.ok(
      readFileSync(new URL("../../README.md", import.meta.url), "utf8").includes(settingsTable()),
      "run: bin/branchline settings, and put its table into README.md",
    );
  },
);
