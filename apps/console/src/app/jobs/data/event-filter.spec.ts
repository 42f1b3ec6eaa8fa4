import { JobEventKind } from '@ferry/contracts';
import { eventOptions, eventParameters, narrowsEvents, readEventFilter } from './event-filter';

const read = (address: string) => {
  const parameters = new URLSearchParams(address);
  return readEventFilter((name) => parameters.get(name));
};

describe('The filter of events', () => {
  it('stands in the address and is asked of the service', () => {
    const filter = read('events=workload&about=ann&actor=engine');
    expect(filter).toEqual({ kind: JobEventKind.Workload, about: 'ann', actor: 'engine' });
    expect(eventParameters(filter)).toEqual({ events: 'workload', about: 'ann', actor: 'engine' });
    expect(eventOptions(filter)).toEqual({ kind: 'workload', about: 'ann', actor: 'engine' });
  });

  it('leaves nothing out where the address says nothing, or no kind', () => {
    for (const address of ['', 'events=item', 'about=&actor=']) {
      expect(narrowsEvents(read(address))).toBe(false);
      expect(eventOptions(read(address))).toEqual({});
    }
  });
});
