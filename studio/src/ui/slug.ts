const SLUG = /^[a-z0-9-]{3,100}$/
const LONGEST = 100

export function isSlug(text: string): boolean {
  return SLUG.test(text)
}

/** The slug that a name suggests: `Müller & Sons` → `muller-sons`. */
export function suggestedSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '')
}
