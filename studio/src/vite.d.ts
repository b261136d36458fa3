declare module 'virtual:theme.css'
declare module 'virtual:problems' {
  export const problems: Record<string, {title: string; meaning: string; remedy: string} | undefined>
  export const warnings: Record<string, {meaning: string} | undefined>
}
