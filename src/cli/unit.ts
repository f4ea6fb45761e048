import { userInfo } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SETTINGS_FILE } from "../platform/config.ts";
import { type Command, print } from "./command.ts";

export const unit: Command = {
  usage: "",
  meaning: "Prints a systemd unit that starts Branchline with the machine. Its first lines say where to put it.",
  async run({ config }) {
    print(
      unitFile({
        node: process.execPath,
        program: fileURLToPath(new URL("../../bin/branchline", import.meta.url)),
        folder: process.cwd(),
        dataFolder: config.dataFolder,
        user: userInfo().username,
      }),
    );
  },
};

interface Where {
  node: string;
  program: string;
  folder: string;
  dataFolder: string;
  user: string;
}

export function unitFile({ node, program, folder, dataFolder, user }: Where): string {
  return `# Save as /etc/systemd/system/branchline.service, then: systemctl enable --now branchline
# Settings go into ${resolve(folder, SETTINGS_FILE)}; after changing them: systemctl restart branchline
[Unit]
Description=Branchline
After=network-online.target
Wants=network-online.target

[Service]
ExecStart="${node}" "${program}" start
ExecReload=/bin/kill -HUP $MAINPID
WorkingDirectory=${folder}
User=${user}
Restart=on-failure
# Only Branchline itself is told to stop; it then stops its PostgreSQL in order.
KillMode=mixed
TimeoutStopSec=60
NoNewPrivileges=yes
ProtectSystem=full
ReadWritePaths="${dataFolder}"

[Install]
WantedBy=multi-user.target`;
}
