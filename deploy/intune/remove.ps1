# Deletes the settings. Remove the extension from "Extension management settings" as well.
$id = 'REPLACE_WITH_EXTENSION_ID'
$keys = 'Software\Policies\Google\Chrome', 'Software\Policies\Microsoft\Edge' | ForEach-Object { "HKLM:\$_\3rdparty\extensions\$id\policy" }
foreach ($key in $keys) {
  $extension = Split-Path -Path $key -Parent
  if (Test-Path -Path $extension) { Remove-Item -Path $extension -Recurse }
}
