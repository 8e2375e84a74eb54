import { i18n } from '#i18n'

/** A link that opens a tab of its own, and says so. */
export function PageLink({ href, class: name, children }: { href: string; class?: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" class={name} title={i18n.t('common.opens_in_tab')}>
      {children}
    </a>
  )
}
