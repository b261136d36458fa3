import {ActionIcon, Menu, Text, useMantineColorScheme} from '@mantine/core'
import {IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCircle} from '@tabler/icons-react'
import type {Me} from '../api/types.ts'
import {signOut} from '../session/session.ts'
import {texts} from '../texts.ts'

const SCHEMES = [
  {scheme: 'auto', icon: IconDeviceDesktop},
  {scheme: 'light', icon: IconSun},
  {scheme: 'dark', icon: IconMoon},
] as const

/** The key that is signed in, light or dark, and the way out. */
export function Account({me}: {me: Me}) {
  const {colorScheme, setColorScheme} = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" aria-label={texts.frame.account}><IconUserCircle size={24} stroke={1.6} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.frame.signedInWith}</Menu.Label>
        <Text px="sm" pb="xs" fw={600} truncate>{me.name}</Text>
        <Menu.Divider />
        <Menu.Label>{texts.frame.appearance}</Menu.Label>
        {SCHEMES.map(({scheme, icon: Icon}) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={17} />}
            rightSection={colorScheme === scheme && <IconCheck size={16} />}
            onClick={() => setColorScheme(scheme)}
          >
            {texts.frame[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => signOut('left')}>{texts.frame.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
