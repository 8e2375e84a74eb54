import { i18n } from '#i18n'

/** The pseudonym of this week, apart from the report: beside a name it tells whose the records are. */
export function BrowserNumber({ device }: { device: string | null }) {
  return (
    <>
      <h3>{i18n.t('diagnostics.device')}</h3>
      <p>{device === null ? i18n.t('diagnostics.device_none') : <code>{device}</code>}</p>
      <p class="intro">{i18n.t('diagnostics.device_intro')}</p>
    </>
  )
}
