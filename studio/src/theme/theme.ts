import {createTheme, type CSSVariablesResolver} from '@mantine/core'
import {texts} from '../texts.ts'

/** The look of Studio: system fonts, one calm blue, and contrasts that hold WCAG AA in light and dark. */
export const theme = createTheme({
  primaryColor: 'water',
  primaryShade: {light: 7, dark: 7},
  colors: {
    water: [
      '#edf6fb', '#dcebf4', '#b5d6e8', '#8ac0dc', '#67add1', '#4a9cc6', '#2d83b0', '#1b6489', '#14526f', '#0b3d55',
    ],
    dark: [
      '#d3d8de', '#b8c0c9', '#9aa5b1', '#66717d', '#414b56', '#313a44', '#252d36', '#1b222a', '#151b22', '#0f141a',
    ],
  },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: {xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem'},
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {fontWeight: '650', sizes: {h1: {fontSize: '1.5rem'}, h2: {fontSize: '1.15rem'}, h3: {fontSize: '1rem'}}},
  components: {
    // Mantine locks scrolling with an inline <style>, which the content security policy refuses; styles.css does it
    Modal: {defaultProps: {lockScroll: false, centered: true}},
    Drawer: {defaultProps: {lockScroll: false}},
    Badge: {defaultProps: {variant: 'light', radius: 'sm', tt: 'none', fw: 600}},
    Notification: {defaultProps: {closeButtonProps: {'aria-label': texts.common.close}}},
    Tooltip: {defaultProps: {openDelay: 300, withArrow: true}},
    PasswordInput: {defaultProps: {autoComplete: 'off'}},
    TextInput: {defaultProps: {autoComplete: 'off'}},
  },
})

/** What Mantine's own values leave below AA, and the surfaces of Studio. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1c2733',
    '--mantine-color-dimmed': '#5a6673',
    '--mantine-color-placeholder': '#6a7683',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#cfd7df',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--mantine-color-teal-light-color': '#066649',
    '--mantine-color-orange-light-color': '#a03409',
    '--studio-canvas': '#f5f7f9',
    '--studio-line': '#e2e8ee',
    '--studio-control-line': '#84909c',
    '--studio-quiet': '#f0f4f7',
  },
  dark: {
    '--mantine-color-text': '#e3e8ed',
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#94a0ab',
    '--mantine-color-error': '#ff8f86',
    '--mantine-color-body': '#1b222a',
    '--mantine-color-default-border': '#3d4752',
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--mantine-color-water-light': '#1d394b',
    '--mantine-color-water-light-hover': '#234459',
    '--mantine-color-gray-light': '#313a44',
    '--mantine-color-gray-light-hover': '#3a444f',
    '--studio-canvas': '#12171d',
    '--studio-line': '#2b343e',
    '--studio-control-line': '#6f7b87',
    '--studio-quiet': '#222a33',
  },
})
