const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** Markup as a reader sees it, masked parts in brackets. */
export function inWords(markup: string): string {
  return markup
    .replace(/<span class="hidden"><span class="spoken">hidden: <\/span>(.*?)<\/span>/gs, '[$1]')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
