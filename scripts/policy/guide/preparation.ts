import { SAMPLE, UPDATE_FOLDER } from '../sample.ts'

export function host(): string {
  return `## 2. Host

Put all files behind \`${UPDATE_FOLDER}/\`, on any web server with HTTPS whose certificate your machines trust. Browsers fetch them without signing in.

    curl -fsS ${SAMPLE.updateUrl}          # shows the id and the version
    curl -fsSI ${UPDATE_FOLDER}/waymark-VERSION.crx    # 200
`
}

export function startCollector(): string {
  const url = SAMPLE.settings.collector?.url ?? ''
  return `## 3. Start the collector

    export WAYMARK_TOKEN=$(openssl rand -hex 24)    # goes into the settings, too
    npm run collector -- --port 8443 --data /var/lib/waymark

For more than a few browsers take \`WAYMARK_JOIN_SECRET\` in its place, and \`joinSecret\` in the settings: then each has a key of its own that can be revoked
([how](collector.md#a-key-for-each-browser)).

It listens on loopback: put TLS in front of it, at the address that browsers will know. \`curl -fsS ${url}/healthz\` says \`"status":"ok"\`.
Everything else about it is in [collector.md](collector.md).
`
}
