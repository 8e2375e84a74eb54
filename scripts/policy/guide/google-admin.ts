import { hostBarrier } from '../kit.ts'
import { SAMPLE } from '../sample.ts'

export function googleAdminPage(): string {
  const { runtime_allowed_hosts: allowed } = hostBarrier(SAMPLE)
  return `# Chrome by the Google Admin console

For browsers enrolled in Chrome Enterprise Core, and for managed profiles on any machine.

## Install

1. Devices, Chrome, Apps & extensions, Users & browsers; choose the organisational unit.
2. Plus sign, “Add Chrome app or extension by ID”, “From a custom URL”: the id, and \`${SAMPLE.updateUrl}\` with your host.
3. Installation policy: “Force install + pin to browser toolbar”. “Installation URL”: use it for updates as well, where the console asks.
4. “Policy for extensions”: paste \`google-admin/policy.json\`. Each key is in an object of its own, \`{"Value": …}\`.
5. “Permissions and URL access”: blocked hosts \`*://*\`, allowed hosts one a line, as in

${allowed.map((hostName) => `       ${hostName}`).join('\n')}

   They are \`runtime_allowed_hosts\` in the other files of the kit.
6. Save. A JSON that does not fit is refused by the console at once; a value that does not fit shows in \`chrome://policy\`.

## Verify

Devices, Chrome, Reports, “Apps & extensions usage” lists the extension with its version and how many browsers have it, some hours later. On one machine
[as everywhere](README.md#6-see-that-it-took): in \`chrome://policy\` the source is “Cloud”.

## Update and roll back

[As everywhere](README.md#7-update). For new settings paste the new file in the place of the old one.

## Remove

Installation policy “Block” (and “Remove if already installed”, where the console offers it), then delete the entry.
`
}
