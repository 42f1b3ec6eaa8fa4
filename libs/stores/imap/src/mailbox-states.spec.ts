import { IDENTITY_BYTES } from './item-key';
import { MailboxStates } from './mailbox-states';

const status = (uidNext: number, exists: number, uidValidity = 1n) => ({ uidValidity, uidNext, exists });
const identity = (number: number): Uint8Array => new Uint8Array(IDENTITY_BYTES).fill(number);

describe('what is known of mailboxes', () => {
  it('is kept for each account and mailbox, and the oldest is given up when it is too much', () => {
    const states = new MailboxStates(25);
    for (const name of ['a', 'b', 'c'])
      states.of('anna', name).update(
        status(11, 10),
        Uint32Array.from({ length: 10 }, (_, n) => n + 1),
      );
    expect(states.of('anna', 'c').uids).toHaveLength(10);
    expect(states.of('anna', 'b').uids).toHaveLength(10);
    expect(states.of('anna', 'a').uids).toHaveLength(0);
    expect(states.of('berta', 'c').uids).toHaveLength(0);
  });

  it('holds as long as nothing has come or gone', () => {
    const state = new MailboxStates().of('anna', 'INBOX');
    expect(state.isCurrent(status(1, 0))).toBe(false);
    state.update(status(4, 3), Uint32Array.of(1, 2, 3));
    expect(state.isCurrent(status(4, 3))).toBe(true);
    expect(state.isCurrent(status(5, 3))).toBe(false);
    expect(state.isCurrent(status(4, 2))).toBe(false);
    expect(state.isCurrent(status(4, 3, 2n))).toBe(false);
  });

  it('is forgotten when the mailbox was made anew', () => {
    const state = new MailboxStates().of('anna', 'INBOX');
    state.update(status(3, 2), Uint32Array.of(1, 2));
    state.index.add(1, identity(1));
    state.identifiedUpTo = 1;
    state.update(status(3, 2, 2n), Uint32Array.of(1, 2));
    expect([state.index.size, state.identifiedUpTo]).toEqual([0, 0]);
  });

  it('takes in what was written only when nothing else can have come meanwhile', () => {
    const state = new MailboxStates().of('anna', 'INBOX');
    state.update(status(3, 0), new Uint32Array(0));
    expect(state.appended(1n, [{ uid: 3, identity: identity(1) }])).toBe(true);
    expect(state.appended(1n, [{ uid: 5, identity: identity(2) }])).toBe(false);
    expect(state.appended(2n, [{ uid: 4, identity: identity(2) }])).toBe(false);
    expect(state.isCurrent(status(4, 1))).toBe(true);
    expect(state.index.count(identity(1))).toBe(1);
  });
});
