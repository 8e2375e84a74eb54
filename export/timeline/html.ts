/** Text that is safe to put into a page. Made by `html` only, which escapes whatever is not already of this type. */
export type Html = { readonly html: string }
export type Content = Html | string | number | null | readonly Content[]

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function render(content: Content): string {
  if (content === null) return ''
  if (typeof content === 'string') return content.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
  if (typeof content === 'number') return String(content)
  return 'html' in content ? content.html : content.map(render).join('')
}

/** Template tag: literals are markup, everything put in is text unless it is `Html`. Quote attributes. */
export function html(literals: TemplateStringsArray, ...contents: Content[]): Html {
  return { html: literals.map((literal, index) => literal + render(contents[index] ?? null)).join('') }
}
