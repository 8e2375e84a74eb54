import { collectorGuide } from './collector-guide.ts'
import { packGuide } from './pack-guide.ts'
import { ID_PLACEHOLDER, MAX_POLICY_HOSTS, UPDATE_URL } from './chromium-sample.ts'

/** `deploy/README.md`, for administrators. */
export function deployGuide(): string {
  return `# Deploying Waymark

Everything in this folder is written by \`npm run policy\` from \`lib/policy/schema.ts\`; edit copies of it, not the files themselves.
\`docs/policy.md\` explains every setting. How to run the collector is at the end.

| File | What it is |
| --- | --- |
| \`chromium-policy.sample.json\` | A complete policy file: installs the extension, keeps the browser from opening other sites to it, and holds all settings. |
| \`allowlist.sample.json\` | Only the sites: the value of \`recording\`, for well-known public search engines, professional networks and wikis. |

${packGuide()}## Put it in place

1. Copy \`chromium-policy.sample.json\` and replace:
   - \`${ID_PLACEHOLDER}\` (twice): the extension's id, 32 letters from a to p. It follows from the key the package is signed with;
     packing prints it, and \`chrome://extensions\` shows it.
   - \`${UPDATE_URL}\`: where your server offers the update manifest.
   - \`https://collector.example.com\` (twice) and \`REPLACE-WITH-INGEST-TOKEN\`: your collector, and a token that may deliver.
   - company, contact and page under \`notice\`, and the sites under \`recording\`.
2. Keep \`runtime_allowed_hosts\` the same as the hosts of your sites plus the collector, without paths. The browser itself enforces
   this list. It reads the first ${MAX_POLICY_HOSTS} entries only; with more sites, write \`*.example.com\` for many hosts of one domain.
3. Save it, writable by administrators only, as \`waymark.json\` in the folder for managed policies of each browser:

| Browser on Linux | Folder |
| --- | --- |
| Chromium | \`/etc/chromium/policies/managed/\` |
| Chrome | \`/etc/opt/chrome/policies/managed/\` |
| Edge | \`/etc/opt/edge/policies/managed/\` |

On Windows and macOS the same two keys, \`ExtensionSettings\` and \`3rdparty\`, go into the browser's registry key or
configuration profile; the value of \`3rdparty\` → \`extensions\` → id is the same everywhere.

## See that it took

- \`chrome://policy\`: after “Reload policies”, the settings stand under the extension's name, without an error.
- The extension's options page prints the policy as it was read, with every fault by place and code.
- The toolbar shows the state at all times; no setting hides it. Settings may arrive some seconds after the browser starts;
  until then nothing is recorded.

## The allowlist

- \`sites\` lists match patterns. \`text: "public"\` is for sites whose text everybody may read; typed values are never kept.
- \`routes\` names parts of addresses that may be kept as words: \`/wiki/:page?action\` keeps \`wiki\`, and that there was an
  \`action\`, but neither the page nor the action's value. A part that no template names is kept as \`:id\`.
- \`except\` always wins. The sample leaves out where people sign in, pay, write to one another or change settings. End
  an exception with \`*\`: without one it covers that one address only.
- A host is one entry. National addresses of a search engine, as www.google.de, are hosts of their own: add those you need.

## Remove it

Delete the file, or set \`installation_mode\` to \`removed\`. The browser uninstalls the extension, and with it
everything it had kept and not yet delivered.

${collectorGuide()}`
}
