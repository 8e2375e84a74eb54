import { enrolmentGuide } from './enrolment-guide.ts'

/** What the administrator of the collector has to know, for `deploy/collector.md`. */
export function collectorGuide(): string {
  return `# The collector

\`WAYMARK_TOKEN=… npm run collector -- --port N --data DIR\`, or with \`WAYMARK_JOIN_SECRET=…\` (below), listens on loopback; put TLS in front of it. \`DIR\` holds one SQLite database that only
its owner can read. A new version brings the database of an older one up to date at its first start; back it up before.
Where both have a newer version, the collector gets it first and the browsers afterwards: a collector takes what older browsers send. What a newer
browser sends an older collector may refuse; it then waits in the browser as set aside, and is sent again the day after.

| Flag | Default | What it bounds |
| --- | --- | --- |
| \`--device-actions N\` | 50000 | Actions from one device in a UTC day. Beyond it: 429, with \`Retry-After\` to the end of the day, an hour at most. |
| \`--max-mb N\` | 0, off | MB of all bodies. Beyond it: 503. |
| \`--min-free-mb N\` | 500 | MB that stay free on the disk. Below it: 503 for batches; erasures go on. |
| \`--retention-days N\` | 0, off | Batches received longer ago are deleted, at the start and every hour. Their ids stay a month longer, so that no copy is stored again. |

A batch that is refused so stays in its browser and comes again; a copy of a stored one is acknowledged all the same. The collector goes on by
itself once there is room.

${enrolmentGuide()}## Commands

\`npm run collector:admin -- COMMAND --data DIR\`. All but \`mend\` and \`restore\` work beside a running collector. They end with 0 on success, 1 on
failure or where \`gaps\`, \`audit\`, \`verify\` or \`mend\` find something, 2 on wrong usage.

| Command | What it does |
| --- | --- |
| \`erase --sequence ID [ID...]\` | Cuts sequences out of what is stored, and remembers their ids: what brings them later is stored without them. |
| \`erase --device ID\` | The same for all of a device; what it sends later is answered with 410. |
| \`revoke --device ID\` | Takes nothing more from a device (403), and keeps what it sent. |
| \`revoke --credential ID\` | The same for a browser that enrolled, whatever its device is called. |
| \`unrevoke --device ID\`, \`--credential ID\` | Takes from it again. What is erased stays erased. |
| \`credentials\` | Browsers that enrolled, by day, and all that is revoked or erased. |
| \`gaps\` | By device: numbers of batches that never arrived, days whose actions do not add up, and what the browser dropped itself, by reason. |
| \`audit\` | Verifies the chain of erasures, retention, enrolments, revocations, changed join secrets and restores; names the first entry that was changed or is missing. |
| \`verify\` | Reads all of the database; names every batch whose bytes are not as delivered, and every table that is damaged. |
| \`mend\` | Brings back what stands behind the damage in a log, and names what the damage has hit. Needs as much room as the database has. |
| \`backup --to FILE\` | A verified copy of one moment, in a new file. A damaged batch is copied as it is and named, and the command ends with 1. |
| \`restore --from FILE [--tombstones DIR]\` | Puts a verified backup where there is no database; a damaged batch in it as above. |

- A device is a pseudonym of one browser profile and one week: erasing or revoking one reaches no further.
- An erasure prints its receipt: the hash of its entry in the audit chain. Keep the last hash that \`audit\` prints in another place now and then:
  who can write the file can make a new chain, but not one with an old hash.
- Erased means that the bytes are gone from the database and its log. If an export or a backup is reading at that moment, the command says so and is
  given again. Copies elsewhere, as backups and exports, are yours to delete: keep them for less long than the promise of your notice.
- Give \`verify\` with every backup. An export leaves out a damaged batch, counts it and names it on standard error; the collector goes on with all
  others, and answers 503 where what is damaged keeps it from writing.
- A collector does not start on a log (\`waymark.db-wal\`) that is damaged before its last transaction: SQLite would drop without a word what was
  acknowledged since. Nothing is changed, browsers keep what they have, and \`mend\` brings back what can be. If the last transaction alone is not
  whole, it says so and starts: so a loss of power looks, and nobody was told that it is stored.
- A batch still on its way looks like a gap in \`gaps\` until it has arrived.
- After a restore browsers that enrolled before the backup are known, and the others enrol again by themselves. Who was revoked since stays so with
  \`--tombstones\`.
- A restore brings back what was erased since the backup, unless \`--tombstones\` names the directory of the lost database, moved elsewhere, and that
  can still be read. It says which of the two happened.
`
}
