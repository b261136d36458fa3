// Sends a file, in a process that may be killed: url, intake, token, file, path [upload id]
import {Uploader} from '@penstock/client'
import {openFile} from '@penstock/client/node'

const [url, intake, token, file, path, uploadId] = process.argv.slice(2)
const family = await new Uploader({url, intake, token}).upload(await openFile(file), {
  path,
  ...(uploadId && {uploadId}),
  onBegin: (id) => console.log(`upload ${id}`),
  onProgress: (p) => console.log(`confirmed ${p.confirmedBytes}`),
})
console.log(`family ${family.id} ${family.contentObjects[0].verified}`)
