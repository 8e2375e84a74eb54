export function linuxPage(): string {
  return `# Linux: Chromium, Chrome, Edge

| Browser | Folder for managed policies | File |
| --- | --- | --- |
| Chromium | \`/etc/chromium/policies/managed/\` | \`linux/waymark.json\` |
| Chrome | \`/etc/opt/chrome/policies/managed/\` | \`linux/waymark.json\` |
| Edge | \`/etc/opt/edge/policies/managed/\` | \`linux/edge.json\` |

Debian and Fedora build Chromium with this folder, others with \`/etc/chromium-browser/\`. Only root may write there: whoever can write a policy can have any
extension installed.

## Install

    sudo install -D -m 644 .output/kit/linux/waymark.json /etc/chromium/policies/managed/waymark.json

The browser reads it within seconds, also while it runs. All files in the folder count together; a key that stands in two of them is taken from the
one whose name comes last, whole. So where another file has \`ExtensionSettings\`, put our entry into that one.

The file can be read by everybody who uses the machine, and so can the token in it: it can deliver, and cannot read.

## Verify

    python3 -m json.tool /etc/chromium/policies/managed/waymark.json >/dev/null && echo "readable"
    ls -l /etc/chromium/policies/managed/        # -rw-r--r-- root

Then [as everywhere](README.md#6-see-that-it-took).

## Update and roll back

[As everywhere](README.md#7-update). For new settings install the new file in the same place.

## Remove

    sudo rm /etc/chromium/policies/managed/waymark.json

Or, to keep it from being installed by hand as well:

    sudo install -m 644 .output/kit/linux/remove.json /etc/chromium/policies/managed/waymark.json
`
}
