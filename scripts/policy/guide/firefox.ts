import { FIREFOX_ID } from '../sample.ts'

export function firefoxPage(): string {
  return `# Firefox, on every system

| System | Place of \`policies.json\` |
| --- | --- |
| Linux | \`/etc/firefox/policies/policies.json\` |
| Windows | \`distribution\\policies.json\` beside \`firefox.exe\` |
| macOS | \`Firefox.app/Contents/Resources/distribution/policies.json\` |

The identifier is \`${FIREFOX_ID}\` unless you build with your own. The files for Firefox are written with \`npm run kit -- … --xpi-url URL\`, and
\`--firefox-id ID\` where it is your own. Firefox installs only packages that Mozilla has signed, for yourselves alone or for everybody; only some
editions (ESR, Developer) let policy switch that off.

## Install

    sudo install -D -m 644 .output/kit/firefox/policies.json /etc/firefox/policies/policies.json

There is one such file: where you have one already, add our entries of \`ExtensionSettings\` and \`3rdparty\` to it. On Windows both can be set by Group Policy
with Mozilla's template, on macOS in a profile for \`org.mozilla.firefox\`; the values are the same JSON. Firefox reads policy at its start.

Firefox has no schema for the settings, so a fault reaches the extension, which refuses it by name.

## The barrier

\`runtime_blocked_hosts\` and \`runtime_allowed_hosts\` are in the file, as for the other browsers. Firefox 153 knows them, and the extension
runs in none that is older. \`WebsiteFilter\` is no substitute: it keeps people from sites, not the extension.

## Verify

\`about:policies\`: \`ExtensionSettings\` and \`3rdparty\` are under “Active”, and “Errors” is empty. \`about:addons\` shows the extension as installed by your
organisation. Then its options page, [as everywhere](README.md#6-see-that-it-took).

## Update and roll back

Host the newer package and \`updates.json\`, where Firefox looks by itself, within a day. To have it at the next start of Firefox, name the new file in
the policy (\`--xpi-url\`): from one address it installs once. A lower version is not installed over a higher one: to roll back, give the old code a higher number.

## Remove

    sudo install -m 644 .output/kit/firefox/remove.json /etc/firefox/policies/policies.json

Firefox leaves an extension installed when its entry goes from the policy; \`blocked\` uninstalls it. Take the entry out once every machine has started Firefox since.
`
}
