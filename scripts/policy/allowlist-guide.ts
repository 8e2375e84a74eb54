/** `deploy/allowlist-file.md`: the list of sites kept in a signed file on a server, for administrators. */
export function allowlistGuide(): string {
  return `# The list of sites in a signed file

Sites, exceptions and working hours can stand in the policy itself, or in a file on a server of yours that the policy names. With a file, who
decides what is recorded (and holds the key) need not be who runs the devices, and a change reaches browsers within about an hour without a
change of policy. The server needs little trust: it can change nothing in a file. It can withhold a newer one, or give a browser that has none yet an
older one, until that expires.

## Set it up

1. Write the list: \`sites\`, \`except\`, \`schedule\`, as in \`allowlist.sample.json\` and \`docs/policy.md\`.
2. \`npm run allowlist -- check allowlist.json\` names every fault with line, column and reason.
3. \`npm run allowlist -- sign allowlist.json --key allowlist.pem\` writes \`allowlist.signed.json\` and prints the public key. The key is made at the
   first signing, readable by its owner only.
4. Put \`allowlist.signed.json\` on a server as it is, byte for byte, at an https address without a redirect. Let the server send an \`ETag\`, as servers
   of files do. No sign-in: browsers send no cookie and no token.
5. Name it in the policy, instead of \`sites\`, \`except\` and \`schedule\`:

\`\`\`json
"recording": { "file": { "url": "https://lists.example.com/allowlist.signed.json", "publicKey": "THE-43-CHARACTERS-THAT-WERE-PRINTED" } }
\`\`\`

6. The browser's own barrier does not follow the file. \`npm run kit -- … --list allowlist.json\` takes its hosts from the list of today, with the
   collector's and that of the server it is on. A host that is added to the list later stays closed until the files were written anew and put in
   place. Without \`--list\` there is no barrier, and the extension alone holds the line.

The options page says under “Settings of your company” which version is in force, until when, when the server last had a good one, and what is wrong
with what it has now. “Look for a newer list now” does not wait for the next look.

## Change it

\`npm run allowlist -- diff allowlist.signed.json allowlist.json\` says what the new list records more and what less. Then sign again: the version goes
up by itself, since \`sign\` reads the file it takes the place of. Keep that file, or give \`--version\`.

- A lower version than one that was in force is refused, and so is another list of the same version: an old file cannot be played back.
- A file holds until \`expires\` (90 days if you say nothing). **From then on nothing is recorded** until a newer one comes; nothing is deleted, and what
  waits is delivered. Sign again in time, also where nothing changes; put a date for it into a calendar.
- A file that is broken, changed, expired or older changes nothing: the one before stays in force until it expires.
- Before a first good file has come, nothing is recorded.
- A file that leaves a site out has what was recorded there and not delivered deleted, as a policy does.
- A file with no site at all is a switch: nothing is recorded from it on, and nothing is deleted.

Browsers look every 45 to 75 minutes, after a failure more often (within 15 minutes), and ask with \`If-None-Match\`. 2,000 browsers are one request
in two seconds, most of them answered with 304.

## The key

Whoever has \`allowlist.pem\` decides what is recorded, within what the browser's own list of hosts permits. Keep it off the server and out of
repositories, with a copy in a safe place. Signing needs no network.

To change keys, for example once a year: sign the same list with the new key to a second file (\`--key new.pem --out allowlist-2.signed.json\`), put it
beside the first, and change \`url\` and \`publicKey\` in the policy together. While the policy spreads, both files are asked for; sign changes with
both keys until no browser has the old policy. Then take the first file away and destroy the first key.

If a key is lost, the same: until the policy has changed, the last file holds until it expires. If a key was stolen, change the policy first; from
then on no file of that key is taken, whatever its version.

Browsers remember the newest version of each key. Going back to an earlier key goes on from where it was.

## Switch it off

Put \`sites\` in the place of \`file\` to go back to a list in the policy, or take \`recording\` away to record nothing. A signed file with an empty
\`sites\` stops recording without a change of policy.

Signatures are Ed25519 over a DSSE envelope (\`payloadType\` \`application/vnd.waymark.allowlist+json;v=1\`). Browsers can verify them from Chromium 137
and Firefox 129 on; older ones record nothing and say why.
`
}
