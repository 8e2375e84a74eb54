/** Markup that is safe to send: written here, or escaped on its way in. */
export type Html = { readonly html: string }

type Value = string | number | Html | readonly Html[] | false | null

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

function markup(value: Value): string {
  if (value === false || value === null) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}

/** Every interpolated text is escaped; `false` and `null` are left out, so that attributes can be conditional. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(markup)) }
}
