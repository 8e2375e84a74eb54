/**
 * The body of an answer, or null where it is longer than `most` characters; read piece by piece, since a body without end would fill the
 * memory first. A byte order mark is part of it, and what is no UTF-8 comes as U+FFFD.
 */
export async function boundedText(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.pipeThrough(new TextDecoderStream('utf-8', { ignoreBOM: true })).getReader()
  let text = ''
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    text += piece.value
    if (text.length <= most) continue
    await reader?.cancel()
    return null
  }
  return text
}
