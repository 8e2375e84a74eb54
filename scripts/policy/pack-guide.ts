import { UPDATE_FOLDER } from './sample.ts'

/** How the files of a release are made and served, for `deploy/README.md`. */
export function packGuide(): string {
  return `## 1. Pack

    npm install
    npm run pack -- --url ${UPDATE_FOLDER}

It builds from the sources, and writes to \`.output/pack\` what that folder has to serve:

| File | For |
| --- | --- |
| \`waymark-VERSION.crx\`, \`update.xml\` | Chromium, Chrome and Edge: the signed extension, and where they find it |
| \`waymark-VERSION.xpi\`, \`updates.json\` | Firefox: the add-on, and where it finds newer ones |
| \`waymark-VERSION-source.zip\` | what both were built from; \`BUILDING.md\` in it says how to get the same bytes |
| \`waymark-VERSION.sbom.json\` | every package with version, licence and digest (CycloneDX) |
| \`SHA256SUMS\` | \`sha256sum -c SHA256SUMS\` checks the others |

- It ends by printing the two identifiers, and the command of step 4.
- The key is made at the first time, in \`.keys/waymark.pem\`. **Keep it, and keep it secret**: without it nobody can update what is installed, and
  who has it can. Chromium's identifier follows from it.
- A new version: raise \`version\` in \`package.json\`, pack with the same key and address, and replace the files. Chromium browsers look for it by
  themselves, within hours; Firefox does too, or at once where \`install_url\` in the policy names the new file.
- Chromium and Edge take the CRX from any server that a policy names; so does Chrome where the machine is managed.

### Firefox wants Mozilla's signature

Release builds of Firefox install signed add-ons only. Mozilla signs an identifier for the account that came with it first, so set your own in
\`wxt.config.ts\` and \`scripts/policy/firefox.ts\`, pack, hand in the XPI for signing as *unlisted*, with the source archive, and serve the signed file under
the same name. Firefox ESR takes the unsigned one where its policy sets \`xpinstall.signatures.required\` to \`false\`, as our tests do; use that for trials.
`
}
