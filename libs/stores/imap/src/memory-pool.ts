/**
 * Pieces of memory of one size that are used again and again. Made anew for each batch they would be garbage that the
 * collector hears of too late, and pages that the system has to clear first.
 */
export class MemoryPool {
  private readonly idle: Buffer[] = [];

  /** `mostIdle`: pieces that are kept while nobody needs them. */
  constructor(
    readonly bytes: number,
    private readonly mostIdle: number,
  ) {}

  /** A piece to cut small ones from. */
  take(): MemoryPiece {
    return new MemoryPiece(this.idle.pop() ?? Buffer.allocUnsafeSlow(this.bytes), (memory) => this.giveBack(memory));
  }

  private giveBack(memory: Buffer): void {
    if (this.idle.length < this.mostIdle) this.idle.push(memory);
  }
}

/**
 * Memory for what belongs together. It goes back when all who hold it have let go; whoever forgets to leaves it to the
 * collector, and nobody else gets it.
 */
export class MemoryPiece {
  private used = 0;
  private holders = 0;

  constructor(
    private readonly memory: Buffer,
    private readonly giveBack: (memory: Buffer) => void,
  ) {}

  /** The next bytes; memory of their own where there are not so many left. */
  allocate(size: number): Buffer {
    const end = this.used + size;
    if (end > this.memory.length) return Buffer.allocUnsafe(size);
    const part = this.memory.subarray(this.used, end);
    this.used = end;
    return part;
  }

  /** Keeps it until the function that is answered is called; calling that again does nothing. */
  hold(): () => void {
    let isHeld = true;
    this.holders += 1;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.holders -= 1;
      if (this.holders === 0) this.giveBack(this.memory);
    };
  }
}
