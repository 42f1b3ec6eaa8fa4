import { Injectable } from '@nestjs/common';

/** Whether this process was told to stop. From then on it is not ready, though it still answers what is open. */
@Injectable()
export class ServiceStop {
  private told = false;

  /** Whether the process ends. */
  get begun(): boolean {
    return this.told;
  }

  /** The process was told to end. */
  begin(): void {
    this.told = true;
  }
}
