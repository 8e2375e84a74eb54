import { i18n } from '#i18n'
import { render, type ComponentChildren } from 'preact'
import { localeFor } from './locale.ts'

/** Puts a page into its document, in the language its sentences are in. */
export function mount(title: string, page: ComponentChildren): void {
  document.documentElement.lang = localeFor(navigator.language, i18n.t('lang'))
  document.title = title
  const root = document.getElementById('page')
  if (root !== null) render(page, root)
}
