import { MemoryPool } from './memory-pool';

describe('Memory for what is read', () => {
  it('is used again once all who hold a part of it have let go', () => {
    const pool = new MemoryPool(10, 1);
    const piece = pool.take();
    const [first, second] = [piece.allocate(4), piece.allocate(6)];
    const [letGo, letGoToo] = [piece.hold(), piece.hold()];
    expect(first.buffer).toBe(second.buffer);
    letGo();
    letGo();
    expect(pool.take().allocate(1).buffer).not.toBe(first.buffer);
    letGoToo();
    expect(pool.take().allocate(1).buffer).toBe(first.buffer);
  });

  it('is never handed out twice, and more of it than there is comes from elsewhere', () => {
    const piece = new MemoryPool(10, 1).take();
    const parts = [piece.allocate(6), piece.allocate(6), piece.allocate(4), piece.allocate(0)];
    parts.forEach((part, index) => part.fill(index));
    expect(parts.map((part) => [...part])).toEqual([Array(6).fill(0), Array(6).fill(1), Array(4).fill(2), []]);
  });

  it('is kept no more of than is wanted', () => {
    const pool = new MemoryPool(10, 1);
    const pieces = [pool.take(), pool.take()];
    const buffers = pieces.map((piece) => piece.allocate(1).buffer);
    for (const piece of pieces) piece.hold()();
    expect([pool.take().allocate(1).buffer, pool.take().allocate(1).buffer]).toEqual([buffers[0], expect.anything()]);
    expect(pool.take().allocate(1).buffer).not.toBe(buffers[1]);
  });
});
