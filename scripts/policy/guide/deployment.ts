import { MAX_POLICY_HOSTS } from '../kit.ts'
import { ID_PLACEHOLDER } from '../sample.ts'

/** What an administrator does in an afternoon, in this order. */
export function opening(): string {
  return `# Deploying Waymark

One afternoon, in this order: pack the extension, host it, start the collector, write the settings, put one policy in place, see that it took. Then:
update, roll back, switch off in one place, remove.

You need Node 20 or newer and Chromium on the machine that packs, a web server with HTTPS for two files, a machine for the collector, and the right to
set browser policy. Where a browser is managed by nobody, it installs nothing from outside its store: on Windows and macOS the machine has to be joined
to a domain, enrolled in device management, or the browser enrolled in its cloud management.

Everything in this folder is written by \`npm run policy\` from \`lib/policy/schema.ts\`, and read back in tests as each platform reads it. The files hold
\`${ID_PLACEHOLDER}\` and addresses at \`example.com\`; step 4 writes the same files with yours.
`
}

export function settings(): string {
  return `## 4. Write the settings

    cp deploy/settings.sample.json .keys/settings.json

Edit the copy, where git leaves it alone: it will hold a token. Every setting is explained in [docs/policy.md](../docs/policy.md):

- \`collector\`: the address and the token of step 3.
- \`recording\`: the sites, and nowhere else is anything recorded. Sample lists to copy from: [search](allowlists/search.json),
  [professional networks](allowlists/professional-networks.json), [wikis](allowlists/wikis.json).
- \`notice\`: your company as people know it, whom to ask, and whether people are asked (\`consent\`).

What to know about the list:

- \`sites\` are match patterns. \`text: "public"\` is for sites whose text everybody may read; typed values are never kept.
- \`routes\` name parts of addresses that may be kept as words: \`/wiki/:page?action\` keeps \`wiki\`, and that there was an \`action\`, but neither the page
  nor the action's value. A part that no template names is kept as \`:id\`.
- The list can also stand in a signed file on a server, which the settings name: [allowlist-file.md](allowlist-file.md).
- \`except\` always wins. The samples leave out where people sign in, pay, write to one another or change settings. End an exception with \`*\`: without
  one it covers that one address only.
- A host is one entry. National addresses of a search engine, as www.google.de, are hosts of their own: add those you need. The private pages of a wiki
  have other names in every language: with de.wikipedia.org add its \`Spezial:Einstellungen\` and the like.

Then write the files for every platform:

    npm run kit -- --settings .keys/settings.json --id ID --update-url URL

It judges the settings as every browser will, says what is wrong and where, and writes nothing until all of it is right. The files are in
\`.output/kit\`; they hold the token, so treat them like a password. With every change of the settings, run it again and put the new files in place.
`
}

export function barrier(): string {
  return `### The browser's own barrier

Each file sets \`runtime_blocked_hosts\` to everything and \`runtime_allowed_hosts\` to the hosts of your sites and the collector. So the browser itself
refuses the extension every other site, whatever the extension does. \`npm run kit\` derives the list. The browser reads the first ${MAX_POLICY_HOSTS} entries and no
more, so with more hosts the command asks you to write \`*.example.com\` for many of one domain. Where the
settings name a signed file instead of sites, give it that list too, with \`--list\`: [without it there is no barrier](allowlist-file.md).
`
}

export function platforms(): string {
  return `## 5. Put the policy in place

| Where | Page | Files |
| --- | --- | --- |
| Linux: Chromium, Chrome, Edge | [linux.md](linux.md) | \`linux/waymark.json\`, \`linux/edge.json\` |
| Windows: Chrome, Edge, Chromium, by registry or Group Policy | [windows.md](windows.md) | \`windows/*.reg\`, \`windows/waymark.admx\` |
| Windows and macOS by Intune | [intune.md](intune.md) | \`intune/*\`, \`macos/*.mobileconfig\` |
| macOS: Chrome, Edge | [macos.md](macos.md) | \`macos/*.mobileconfig\` |
| Chrome everywhere, by the Google Admin console | [google-admin.md](google-admin.md) | \`google-admin/policy.json\` |
| Firefox everywhere | [firefox.md](firefox.md) | \`firefox/policies.json\` |

Begin with a few machines, and go on once the next step is as it should be.
`
}

export function verify(): string {
  return `## 6. See that it took

On one of the machines:

1. \`chrome://policy\` (\`edge://policy\`): after “Reload policies”, \`ExtensionSettings\` is there with status OK, and a section with the extension's name
   has \`collector\`, \`recording\` and what else you set, each with status OK. An error there is a fault that the extension never sees.
2. The toolbar has its button, also in every new profile; no setting hides it. It says in words what happens: “not set up” for some seconds after the
   first start, then “not recording this tab” or “recording this tab”.
3. Its options page (right-click the button, Options), section “Settings of your company”: “No problem was found in them”, or every fault by place and reason. The
   same section shows the settings as read.
4. Open a listed site, click around, and press “Send now” in “Waiting and sent”. \`curl -fsS https://collector.example.com/healthz\` counts one batch more.
5. Open a site that is not listed: the button says “not recording this tab”.

| What you see | What it is |
| --- | --- |
| Nothing in \`chrome://extensions\` | The browser did not get the file: \`curl\` of step 2 from that machine; “force_installed” in \`chrome://policy\`; is the machine joined or enrolled? |
| “Not set up”, and stays | The settings did not arrive: the section of the extension in \`chrome://policy\` is missing or shows an error. The id in both places must be the same. |
| “Needs attention” | The settings arrived and are refused: the options page says why. |
| “The collector could not be reached” | \`curl\` of step 3 from that machine, its proxy, and the certificate. |
`
}
