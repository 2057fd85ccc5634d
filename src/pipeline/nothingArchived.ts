/** There is no finished run whose documents could be published. */
export class NothingArchived extends Error {
  override readonly name = 'NothingArchived';
}
