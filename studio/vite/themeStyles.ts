import {convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme} from '@mantine/core'
import type {Plugin} from 'vite'
import {theme, variables} from '../src/theme/theme.ts'

const ID = 'virtual:theme.css'

/**
 * The theme's CSS variables and `hiddenFrom`/`visibleFrom` classes as a stylesheet, `virtual:theme.css`. At run time
 * Mantine would write the same into inline <style> elements, which the content security policy refuses.
 */
export function themeStyles(): Plugin {
  return {
    name: 'penstock-theme',
    resolveId: (id) => (id === ID ? ID : null),
    load: (id) => (id === ID ? stylesheet() : null),
  }
}

function stylesheet(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme)
  const standard = defaultCssVariablesResolver(whole)
  const own = variables(whole)
  const resolved = {
    variables: {...standard.variables, ...own.variables},
    light: {...standard.light, ...own.light, '--mantine-color-scheme': 'light'},
    dark: {...standard.dark, ...own.dark, '--mantine-color-scheme': 'dark'},
  }
  return convertCssVariables(resolved) + visibility(whole.breakpoints)
}

function visibility(breakpoints: Record<string, string>): string {
  return Object.entries(breakpoints)
    .map(([name, width]) => {
      const pixels = Number.parseFloat(width) * 16
      return `@media (max-width: ${pixels - 0.1}px) {.mantine-visible-from-${name} {display: none !important}}
@media (min-width: ${pixels}px) {.mantine-hidden-from-${name} {display: none !important}}`
    })
    .join('\n')
}
