import { itemHeader } from '@ferry/testing';
import { batchesOf, STREAMED_FROM_BYTES } from './batches';

describe('batchesOf', () => {
  const sizesOf = (sizes: number[], maxBytes: number) =>
    batchesOf(
      sizes.map((size, number) => itemHeader({ key: String(number), size })),
      maxBytes,
    ).map((batch) => batch.map((item) => item.size));

  it('fills batches up to the limit and keeps the order', () => {
    expect(sizesOf([400, 400, 300, 700, 1], 1000)).toEqual([[400, 400], [300, 700], [1]]);
  });

  it('gives an item beyond the limit a batch of its own', () => {
    expect(sizesOf([10, 5000, 20], 1000)).toEqual([[10], [5000], [20]]);
  });

  it('gives an item that is large for any memory a batch of its own', () => {
    const large = STREAMED_FROM_BYTES + 1;
    expect(sizesOf([10, large, 20], 1_000_000_000)).toEqual([[10], [large], [20]]);
  });

  it('makes no batch of nothing', () => {
    expect(sizesOf([], 1000)).toEqual([]);
  });
});
