/** Class and size range of a file; neither its name nor its exact type is kept. Pure. */
import type { FILE_CLASSES, FILE_SIZES } from '../trace/vocabulary.ts'

type FileClass = (typeof FILE_CLASSES)[number]
type FileFacts = { type: string; name: string; size: number }

/** By the media type and the end of the name, for which systems often know no type; the first that fits. */
const CLASSES: [RegExp, FileClass][] = [
  [/^image/, 'image'],
  [/^(audio|video)/, 'media'],
  [/sheet|excel|csv|\.(numbers|ods|xls\w?)$/, 'spreadsheet'],
  [/zip|compressed|\btar\b|\.(7z|bz2|gz|rar|tgz|xz)$/, 'archive'],
  [/\b(json|xml|html|css)\b|script|\.(c|cpp|go|h|java|jsx?|php|py|rb|rs|sh|sql|tsx?|ya?ml)$/, 'code'],
  [/^text|pdf|word|document|presentation|\.(docx?|key|md|od[pt]|pages|pptx?|rtf)$/, 'document'],
]

export function classOf({ type, name }: FileFacts): FileClass {
  const kind = type + /\.\w{1,8}$|$/.exec(name)?.[0].toLowerCase()
  return CLASSES.find(([fits]) => fits.test(kind))?.[1] ?? 'other'
}

export function fileSizeOf({ size }: FileFacts): (typeof FILE_SIZES)[number] {
  if (size < 1e5) return '<100kB'
  if (size < 1e6) return '<1MB'
  return size < 1e7 ? '<10MB' : '10MB+'
}
