import { ID_PLACEHOLDER } from '../sample.ts'

export function macosPage(): string {
  return `# macOS: Chrome, Edge

| Browser | File | Domains |
| --- | --- | --- |
| Chrome | \`macos/chrome.mobileconfig\` | \`com.google.Chrome\`, \`com.google.Chrome.extensions.${ID_PLACEHOLDER}\` |
| Edge | \`macos/edge.mobileconfig\` | \`com.microsoft.Edge\`, \`com.microsoft.Edge.extensions.${ID_PLACEHOLDER}\` |

The settings of an extension have a domain of their own here, each a plain value; \`3rdparty\`, as on other systems, is read by nobody on macOS.

## Install

Upload the profile to your device management (Jamf, Kandji, Intune: custom configuration profile) and assign it to devices. The machine must be enrolled:
otherwise the browser ignores extensions from outside its store. People cannot remove the profile.

Where another profile already sets \`ExtensionSettings\` for the browser, only one of them counts: put our entry into that one, and delete the first payload of
ours.

## Verify

    profiles show -type configuration | grep -A3 waymark
    defaults read "/Library/Managed Preferences/com.google.Chrome.extensions.ID"

shows \`collector\`, \`recording\` and the others. Then restart the browser, and [as everywhere](README.md#6-see-that-it-took).

## Update and roll back

[As everywhere](README.md#7-update). For new settings upload the new profile in the place of the old one: its identifiers stay the same, so it replaces it.

## Remove

Take the profile away in your device management. The browser uninstalls the extension when the policy is gone, at its next start at the latest. To keep it from being
installed by hand as well, set \`installation_mode\` to \`removed\` in the first payload instead, and delete the second payload:

    <key>ExtensionSettings</key>
    <dict>
      <key>ID</key>
      <dict>
        <key>installation_mode</key>
        <string>removed</string>
      </dict>
    </dict>
`
}
