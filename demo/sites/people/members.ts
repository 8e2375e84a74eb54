export type Member = {
  slug: string
  name: string
  initials: string
  headline: string
  location: string
  seniority: string
  skills: string[]
  openToWork: boolean
  remote: boolean
  /** 1 knows you, 2 knows somebody who does, 3 neither. */
  degree: number
}

export const SENIORITIES = ['Junior', 'Mid-level', 'Senior', 'Lead', 'Director']
export const SKILLS = [
  'Accounting',
  'Data analysis',
  'Design',
  'Logistics',
  'Operations',
  'Procurement',
  'Recruiting',
  'Sales',
  'Support',
  'Writing',
]
// prettier-ignore
export const LOCATIONS = [
  'Central City', 'East Bridge', 'Green Valley', 'Hill Town', 'Lake Side', 'Long Beach Road', 'New Market', 'North Harbour',
  'Old Mill', 'River Bend', 'South Field', 'West Point',
]
const JOBS = ['Engineer', 'Analyst', 'Designer', 'Buyer', 'Recruiter', 'Planner', 'Writer']
const COMPANIES = ['Example Works', 'Example Logistics', 'Example Studio', 'Example Energy', 'Example Bank']

/** Few are near, most are far; seven shares no factor with the lists above, so that filters combine. */
const DEGREES = [3, 2, 1, 3, 2, 3, 2]

const MEMBER_COUNT = 72

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''

/** Nobody real: numbered members, whose jobs, places and skills follow from the number. */
export const MEMBERS: Member[] = Array.from({ length: MEMBER_COUNT }, (_, index) => {
  const number = index + 1
  return {
    slug: `member-${number}`,
    name: `Member ${number}`,
    initials: `M${number}`,
    headline: `${pick(JOBS, index)} at ${pick(COMPANIES, index * 3)}`,
    location: pick(LOCATIONS, index * 5),
    seniority: pick(SENIORITIES, index * 2),
    // Steps that share no factor with the ten skills, so that the three differ.
    skills: [pick(SKILLS, index), pick(SKILLS, index + 3), pick(SKILLS, index + 7)],
    openToWork: index % 3 === 0,
    remote: index % 2 === 0,
    degree: DEGREES[index % DEGREES.length] ?? 3,
  }
})

export function memberAt(index: number): Member {
  const member = MEMBERS[index % MEMBERS.length]
  if (!member) throw new RangeError('no members')
  return member
}

/** Members that fit the parameters of the search form; a parameter that is absent or empty fits everyone. */
export function findMembers(query: URLSearchParams): Member[] {
  const keywords = (query.get('keywords') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const skills = query.getAll('skills')
  const fits = (name: string, value: string) => [null, '', value].includes(query.get(name))
  return MEMBERS.filter((member) => {
    const text = `${member.name} ${member.headline} ${member.skills.join(' ')}`.toLowerCase()
    return (
      keywords.every((word) => text.includes(word)) &&
      skills.every((skill) => member.skills.includes(skill)) &&
      fits('seniority', member.seniority) &&
      fits('location', member.location) &&
      fits('degree', String(member.degree)) &&
      (!query.has('open') || member.openToWork) &&
      (!query.has('remote') || member.remote)
    )
  })
}
