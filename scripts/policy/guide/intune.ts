export function intunePage(): string {
  return `# Intune

Linux machines get the file of [linux.md](linux.md) by a script of your own.

## Windows: install

1. **The extension**: Devices, Configuration, new policy, Settings catalog. Google Chrome, Extensions, “Extension management settings”: enabled, with the one line of
   \`intune/chrome-extension-settings.json\`. Microsoft Edge, Extensions, “Configure extension management settings”: \`intune/edge-extension-settings.json\`.
2. **The settings**: Devices, Scripts and remediations, new remediation: \`intune/detect.ps1\` and \`intune/remediate.ps1\`, not with the credentials of the person, in
   64-bit PowerShell, hourly at first. Without a licence for remediations add \`remediate.ps1\` as a platform script, and again with every change.

The scripts write each top-level key as one text of JSON, which the browser reads as well as keys of the registry. The catalog has no place for settings of
an extension, and Windows lets no ingested template write below \`Software\\Policies\\Microsoft\`, where Edge reads.

## macOS: install

Devices, Configuration, new policy, macOS, Templates, Custom: \`macos/chrome.mobileconfig\`, and a second for \`macos/edge.mobileconfig\`; deployment channel “Device”. See
[macos.md](macos.md).

## Verify

The remediation's device status says “Without issues” after “Issue fixed”; its output names the key that is missing or differs. On one machine:

    reg query HKLM\\Software\\Policies\\Microsoft\\Edge\\3rdparty\\extensions\\ID\\policy

Then [as everywhere](README.md#6-see-that-it-took).

## Update and roll back

[As everywhere](README.md#7-update). For new settings put the new scripts into the remediation; for new hosts the new line into the catalog as well.

## Remove

Set \`installation_mode\` to \`removed\` in both settings of the catalog: \`{"ID":{"installation_mode":"removed"}}\`. Replace the remediation by \`intune/remove.ps1\`.
`
}
