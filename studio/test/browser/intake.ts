import type {Service} from './service.ts'

/** An organization, a store and an intake that takes large uploads, made for a test. */
export interface MadeIntake {
  id: string
  organizationId: string
  /** `org/slug` */
  route: string
}

export async function makeIntake(service: Service, org: string, slug: string): Promise<MadeIntake> {
  const organization = await service.manage('POST', '/api/organizations', {slug: org, name: org})
  const organizationId = organization.id ?? ''
  await service.manage('POST', '/api/document-stores', {organizationId, slug: 'inbox', name: 'Inbox'})
  const intake = await service.manage('POST', '/api/intakes', {
    slug,
    name: 'Large files',
    store: {ref: `${org}/inbox`},
    active: true,
    largeUploadEnabled: true,
  })
  return {id: intake.id ?? '', organizationId, route: `${org}/${slug}`}
}

interface Begun {
  uploadId: string
  s3Key: string
  partSize: number
}

/** Begins an upload as any client would, by default with the parts that the service proposes. */
export function begin(service: Service, intake: MadeIntake, path: string, contentLength: number, partSize?: number): Promise<Begun> {
  const query = new URLSearchParams({path, contentType: 'video/quicktime', contentLength: String(contentLength)})
  if (partSize !== undefined) query.set('partSize', String(partSize))
  return service.manage('POST', `/api/intake/${intake.route}/multipart-upload-request?${query}`)
}

/** Sends some parts of it, which are zeros but for what they begin with. */
export async function sendParts(
  service: Service,
  intake: MadeIntake,
  upload: Begun,
  numbers: number[],
  size = upload.partSize,
  beginning = '',
) {
  const {uploadId, s3Key} = upload
  const query = new URLSearchParams({uploadId, s3Key})
  const {parts} = await service.manage<{parts: {uploadUrl: string}[]}>(
    'POST',
    `/api/intake/${intake.route}/multipart-upload-part-urls?${query}`,
    numbers.map((partNumber) => ({partNumber, size})),
  )
  const body = new Uint8Array(size)
  body.set(new TextEncoder().encode(beginning))
  for (const {uploadUrl} of parts) {
    const answer = await fetch(uploadUrl, {method: 'PUT', body})
    if (!answer.ok) throw new Error(`PUT: ${answer.status}`)
  }
}

/** A route of an upload that takes its ids: complete or abort. */
export function end(service: Service, intake: MadeIntake, {uploadId, s3Key}: Begun, route: 'complete' | 'abort') {
  const query = new URLSearchParams({uploadId, s3Key})
  return service.manage('POST', `/api/intake/${intake.route}/multipart-upload-${route}?${query}`)
}
