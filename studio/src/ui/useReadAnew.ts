import {useQueryClient} from '@tanstack/react-query'

/** Reads what is shown of these kinds (the first words of query keys) again; resolves when it has come. */
export function useReadAnew(kinds: string[]): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(kinds.map((kind) => client.invalidateQueries({queryKey: [kind]})))
  }
}
