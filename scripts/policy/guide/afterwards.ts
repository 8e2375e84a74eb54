import { SAMPLE } from '../sample.ts'

export function update(): string {
  return `## 7. Update

Build and pack the newer version with the same key, copy the new \`.crx\` to the server first and \`update.xml\` after it. Browsers look every few hours (5 in
Chrome) and at their start. The extension lets open pages put away what they hold and restarts itself; nothing is lost. To hurry one machine:
\`chrome://extensions\`, “Developer mode”, “Update”. The options page shows the version under “Diagnostics”.

Settings need none of this: write them anew (step 4) and put the files in place; keep the earlier file, to go back to. A changed policy is in force within seconds of its arrival, in open tabs too.
`
}

export function rollBack(): string {
  return `## 8. Roll back

A browser does not take a version that is lower than its own: an \`update.xml\` with an older one changes nothing (tested). So:

- **Forward with the old code**, the rule. Take the source of the earlier version, give it a number above the broken one, pack with the same key, and host
  it as an update. Browsers take it like any other, and nothing is lost:

      git checkout EARLIER
      npm version --no-git-tag-version --allow-same-version HIGHER
      npm run pack -- --url ${SAMPLE.updateUrl.replace(/\/[^/]*$/, '')}

- **Away and back**, where the number must be the old one. Host the old \`.crx\` and \`update.xml\`, remove the extension by policy (below), and install it again.
  What a browser had not delivered yet is gone with the removal.

An earlier version that does not know the data of a later one sets them aside and goes on afresh; the next update finds them again for 30 days.
`
}

export function switchOff(): string {
  return `## 9. Switch off, in one place

    npm run kit -- --settings .keys/settings.json --id ID --update-url URL --off

writes the same files with no site in them; put them in place. From the moment the policy arrives nothing is recorded, in open tabs either; the button says
“not set up”. Nothing is deleted: what waits to be delivered waits until files without \`--off\` are back.

At the collector: stop it, and nothing arrives, while browsers go on recording and keep what they have within \`local\`. To refuse one browser only, or
to erase what it sent, see [collector.md](collector.md).
`
}

export function remove(): string {
  return `## 10. Remove

Take the policy away, or put the file for removal in its place; each page says how. The browser uninstalls the extension at once, and with it everything that
was not yet delivered (tested: no byte of it stays in the profile). In Firefox it takes the file for removal. Afterwards nothing of Waymark is in
\`chrome://extensions\`, and its section has gone from \`chrome://policy\`.

Then stop the collector and delete its data, the files on the server, and last the signing key.
`
}
