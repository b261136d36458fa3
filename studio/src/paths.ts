/** The addresses of Studio's pages, below `/studio`. */
export const paths = {
  overview: () => '/',
  organizations: () => '/organizations',
  keys: () => '/keys',
  organization: (org: string, page = '/intakes') => `/o/${org}${page}`,
  intakes: (org: string) => `/o/${org}/intakes`,
  newIntake: (org: string) => `/o/${org}/new-intake`,
  intake: (org: string, intake: string, tab = 'settings') => `/o/${org}/intakes/${intake}/${tab}`,
  uploads: (org: string, intake: string) => `/o/${org}/intakes/${intake}/uploads`,
  upload: (org: string, intake: string, id: string) => `/o/${org}/intakes/${intake}/uploads/${id}`,
  sendFiles: (org: string, intake: string) => `/o/${org}/intakes/${intake}/send-files`,
  document: (org: string, id: string) => `/o/${org}/documents/${id}`,
}
