import {useParams} from 'wouter'
import {NotFound} from '../layout/NotFound.tsx'
import {UploadDetail} from './UploadDetail.tsx'
import {UploadList} from './UploadList.tsx'

const ID = /^[0-9a-f-]{36}$/

/** The uploads of an intake, or the one that the address names. */
export default function UploadsTab() {
  const {'*': rest = ''} = useParams<{'*'?: string}>()
  if (rest === '') return <UploadList />
  return ID.test(rest) ? <UploadDetail key={rest} uploadId={rest} /> : <NotFound />
}
