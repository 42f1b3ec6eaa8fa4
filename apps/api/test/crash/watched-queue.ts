import type { HeldMessage, WorkSettings } from '../../src/queue/message-loop';
import type { Queue } from '../../src/queue/queue';
import type { QueueName } from '../../src/queue/queues';
import type { FaultPoints } from './fault-points';
import { reachedFrom } from './reached-from';
import { withTransaction } from './watched-database';

type AnyFunction = (...args: unknown[]) => Promise<unknown>;

const ENQUEUES: ReadonlySet<string | symbol> = new Set(['send', 'reschedule', 'complete', 'completeAll', 'withdraw']);
const LIFECYCLE: ReadonlySet<string | symbol> = new Set(['onModuleInit', 'recover', 'drain', 'onApplicationShutdown']);

/** The same queue, with every message announced: when it is sent or completed, when it is handed out and handled. */
export function watchedQueue(queue: Queue, points: FaultPoints): Queue {
  const work = <Name extends QueueName>(
    name: Name,
    settings: WorkSettings,
    handle: (message: HeldMessage<Name>) => Promise<void>,
  ): Promise<void> =>
    queue.work(name, settings, (message: HeldMessage<Name>) =>
      points.around(`handling of ${name}`, '', () => handle(message)),
    );
  return new Proxy(queue, {
    get(target, name) {
      if (name === 'work') return work;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as AnyFunction;
      if (LIFECYCLE.has(name)) {
        return (...args: unknown[]) => points.around(`queue.${String(name)}`, '', () => call(...args));
      }
      if (!ENQUEUES.has(name)) return call;
      const enqueue: AnyFunction = (...args) =>
        points.around(`queue.${String(name)} ${String(args[1])}`, withTransaction(reachedFrom(enqueue)), () =>
          call(...args),
        );
      return enqueue;
    },
  });
}
