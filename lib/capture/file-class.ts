/** Class and size range of a file; neither its name nor its exact type is kept. Pure. */
import type { FILE_CLASSES, FILE_SIZES } from '../trace/vocabulary.ts'

type FileClass = (typeof FILE_CLASSES)[number]
type FileFacts = { type: string; name: string; size: number }

/** Of the media type, and of the end of the name where systems know no type; the first that fits. */
const CLASSES: [RegExp, FileClass][] = [
  [/^image\//, 'image'],
  [/^(audio|video)\//, 'media'],
  [/sheet|excel|csv|\.(csv|numbers|ods|tsv|xls\w?)$/, 'spreadsheet'],
  [/zip|compressed|x-tar|\.(7z|bz2|gz|rar|tar|tgz|xz|zip|zst)$/, 'archive'],
  [/json|xml$|javascript|html|css|\.(c|cpp|css|go|h|html?|java|js|json|jsx|kt|php|py|rb|rs|sh|sql|toml|tsx?|xml|ya?ml)$/, 'code'],
  [/pdf|word|document|presentation|powerpoint|^text\/|\.(docx?|epub|key|md|od[pt]|pages|pptx?|rtf|txt)$/, 'document'],
]

export function classOf({ type, name }: FileFacts): FileClass {
  const end = /\.\w{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
  return CLASSES.find(([fits]) => fits.test(type) || fits.test(end))?.[1] ?? 'other'
}

export function fileSizeOf({ size }: FileFacts): (typeof FILE_SIZES)[number] {
  if (size < 1e5) return '<100kB'
  if (size < 1e6) return '<1MB'
  return size < 1e7 ? '<10MB' : '10MB+'
}
