import {Button} from '@mantine/core'
import {notifications} from '@mantine/notifications'
import {IconCloudUpload} from '@tabler/icons-react'
import {useEffect, useRef} from 'react'
import {Link} from 'wouter'
import {percent} from '../../format.ts'
import {paths} from '../../paths.ts'
import {texts} from '../../texts.ts'
import {useSendingFiles} from './context.ts'
import {isActive, type SendingFile} from './file.ts'
import {shareOf, totalOf} from './total.ts'

/** In the frame: that something is being sent, and how far it is. Tells when all of it came to an end. */
export function SendingIndicator() {
  const files = useSendingFiles()
  useNoticeOfTheEnd(files)
  const first = files.find(isActive)
  if (!first) return null
  const share = percent(shareOf(totalOf(files.filter((file) => isActive(file) || file.stage.is === 'arrived'))))
  const words = texts.sending.indicator(files.filter(isActive).length, share)
  const [org = '', intake = ''] = first.to.route.split('/')
  return (
    <Button
      component={Link}
      href={paths.sendFiles(org, intake)}
      variant="light"
      size="compact-md"
      leftSection={<IconCloudUpload size={18} />}
      aria-label={words}
      title={words}
    >
      {share}
    </Button>
  )
}

function useNoticeOfTheEnd(files: readonly SendingFile[]) {
  const {active, arrived} = totalOf(files)
  const failed = files.filter(({stage}) => stage.is === 'failed' || (stage.is === 'interrupted' && stage.because)).length
  const before = useRef({active: 0, arrived: 0, failed: 0})
  useEffect(() => {
    if (active > 0 && before.current.active > 0) return
    if (active === 0 && before.current.active > 0) tell(arrived - before.current.arrived, failed - before.current.failed)
    before.current = {active, arrived: Math.min(arrived, files.length), failed}
  }, [active, arrived, failed])
}

function tell(arrived: number, failed: number) {
  if (arrived > 0) notifications.show({color: 'teal', message: texts.sending.allArrived(arrived)})
  if (failed > 0) notifications.show({color: 'red', message: texts.sending.someDidNot(failed)})
}
