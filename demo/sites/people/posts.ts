import { memberAt, type Member } from './members.ts'

export type Post = { author: Member; age: string; text: string; likes: number; comments: number }

const TEXTS = [
  'We moved our weekly review to Tuesday and finally have room to finish it. What works for your team?',
  'The checklist we use before every handover is now one page long. Shorter turned out to be safer.',
  'Looking for advice: how do you keep a shared glossary up to date when four teams write into it?',
  'Three lessons from closing the books a day earlier this quarter. The first one: ask for fewer reports.',
  'Our new starters now spend the first week with support. They learn the product and the people at once.',
  'We compared six ways to label incoming parts. The plainest label won, by a distance.',
  'A small thing that saved us hours: one place where every open question has an owner and a date.',
  'Planning is easier when the estimate is a range. The discussion about its width is the useful part.',
  'Hiring for two roles in operations. Both can be done from anywhere with a good connection.',
]
const POST_COUNT = 48
export const POSTS_PER_PAGE = 8

export const POSTS: Post[] = Array.from({ length: POST_COUNT }, (_, index) => ({
  author: memberAt(index * 11 + 3),
  age: index < 12 ? `${index + 1} h` : `${Math.ceil((index - 11) / 4)} d`,
  text: TEXTS[index % TEXTS.length] ?? '',
  likes: (index * 17) % 90,
  comments: (index * 7) % 15,
}))
