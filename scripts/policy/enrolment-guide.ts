/** Join secrets, credentials and how to let a browser out and in, for `deploy/collector.md`. */
export function enrolmentGuide(): string {
  return `## A key for each browser

\`collector.token\` is one secret that all browsers have in common. For more than a few of them set \`collector.joinSecret\` in its place, and start the
collector with \`WAYMARK_JOIN_SECRET=…\`: the secret lets a browser enrol and do nothing else. Each makes a key pair whose private half cannot be read,
has its public half taken (\`POST /v1/enrol\`), and proves with every request that it has the other. It needs no connection but the one to the collector.

- **Seeing that it took.** A browser enrols within a quarter of an hour after its settings came, before it has recorded anything, but not before the
  person was asked where the policy asks. \`credentials\` lists all of them.
- **A credential belongs to a week's pseudonym.** So there is a new one for each browser and week, and one more for each earlier week of which something
  still waits. The collector does not note which credential sent what: a list of them says how many browsers there are, and not who did what.
- **Letting a browser out.** The browser shows its credential, to be quoted. \`revoke --credential ID\` holds from the next batch on. It stops recording a minute
  after it was told, says so, keeps what waits, and gets no other key, also not in the next week. What it sent can still be erased at the person's
  wish. \`unrevoke --credential ID\` lets it in again; it asks every quarter of an hour.
- **Replacing the join secret.** 1. \`WAYMARK_JOIN_SECRET=OLD,NEW\`, and restart the collector. 2. Put NEW into the policy. 3. When it has reached your
  browsers, \`WAYMARK_JOIN_SECRET=NEW\`, and restart. Who has enrolled stays in until the week is over and then needs NEW; without it the browser
  shows that its join secret is not accepted, and keeps what it has. No key is taken for longer than 40 days, so OLD is worth nothing after that in
  any case.
- **Against somebody who has the join secret** revoking one credential does not help: who has it can enrol again. Replace the secret, and revoke.
- **From a token to keys.** Set both variables at the collector, change the policy from \`token\` to \`joinSecret\`, and leave out \`WAYMARK_TOKEN\` when no browser
  has the old policy any more. What waits is delivered either way.
- At most 600 new keys are taken in a minute; who comes beyond that is told to wait a minute (429) and does.

| Answer | Meaning | What the browser does |
| --- | --- | --- |
| 401 \`join-secret\` | Not, or no longer, an accepted secret. | Asks the policy for another; else shows it and tries every 15 minutes. |
| 401 \`credential\` | The key is unknown, or older than 40 days. | Enrols again with the same key. |
| 401 \`challenge\` | How each token begins. | Signs the challenge. |
| 401 \`token\`, \`proof\` | The token has ended, or the signature is not of its key. | Asks for a new token, once; then tries every 15 minutes. |
| 403 \`revoked\` | Nothing is taken from this browser. | Stops when it is said again a minute later. |
| 429 \`rate\` | Too many new keys in this minute. | Waits as long as it is told, and up to a fifth longer. |

`
}
