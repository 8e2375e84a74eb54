import { SAMPLE } from '../sample.ts'

const UPDATE_FOLDER = SAMPLE.updateUrl.replace(/\/[^/]*$/, '')

/** From the source to files on a server. */
export function pack(): string {
  return `## 1. Pack

    npm install
    npm run build
    npm run pack -- --url ${UPDATE_FOLDER}

It writes the extension (\`.crx\`) and the update manifest (\`update.xml\`) to \`.output/pack\`, and prints the **id** and the **update address** that the
policy needs. The signing key is made at the first run, in \`.keys/waymark.pem\`. Keep it in a safe place and a copy in another: the id follows from it,
whoever has it can update the extension everywhere, and without it you would have to deploy anew under another id.
`
}

export function host(): string {
  return `## 2. Host

Put both files behind \`${UPDATE_FOLDER}/\`, on any web server with HTTPS whose certificate your machines trust. Browsers fetch them without signing in.

    curl -fsS ${SAMPLE.updateUrl}          # shows the id and the version
    curl -fsSI ${UPDATE_FOLDER}/waymark-VERSION.crx    # 200
`
}

export function startCollector(): string {
  const url = SAMPLE.settings.collector?.url ?? ''
  return `## 3. Start the collector

    export WAYMARK_TOKEN=$(openssl rand -hex 24)    # goes into the settings, too
    npm run collector -- --port 8443 --data /var/lib/waymark

It listens on loopback: put TLS in front of it, at the address that browsers will know. \`curl -fsS ${url}/healthz\` says \`"status":"ok"\`.
Everything else about it is in [collector.md](collector.md).
`
}
