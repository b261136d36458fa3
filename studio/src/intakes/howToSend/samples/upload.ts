import {Uploader} from '@penstock/client'
import {openFile} from '@penstock/client/node'

const file = 'film.mov'

const uploader = new Uploader({
  url: 'https://penstock.example',
  intake: 'acme/large-files',
  token: process.env.PENSTOCK_TOKEN ?? '',
})
const document = await uploader.upload(await openFile(file), {
  path: file,
  metadata: {customer: 4711},
  onBegin: (uploadId) => console.error(`to go on after a crash: ${uploadId}`),
  onProgress: ({confirmedBytes, totalBytes}) => console.error(`${confirmedBytes} of ${totalBytes} bytes`),
})
console.log(document.id, document.contentObjects[0]?.verified)
