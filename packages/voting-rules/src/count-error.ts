/** A count that was asked for cannot be made from these inputs; the message says which and why. */
export class CountInputError extends Error {
  override name = 'CountInputError';
}
