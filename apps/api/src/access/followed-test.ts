import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { ReadyTest } from './connection-tests.service';

/**
 * A test as server-sent events: `begin` with the name of the step that is being tried, `step` with what came of it, and
 * `result` with all of them at the end. It is given up when nobody listens any more.
 */
export function followedTest(test: ReadyTest): Observable<MessageEvent> {
  return new Observable((listener) => {
    const stop = new AbortController();
    const progress = {
      begins: (step: string): void => listener.next({ type: 'begin', data: { step } }),
      ends: (step: object): void => listener.next({ type: 'step', data: step }),
    };
    void test(progress, stop.signal).then(
      (result) => {
        listener.next({ type: 'result', data: result });
        listener.complete();
      },
      (error: unknown) => listener.error(error),
    );
    return () => stop.abort();
  });
}
