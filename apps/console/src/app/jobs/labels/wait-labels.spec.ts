import { WaitKind, type WaitReason } from '@ferry/contracts';
import { NOW } from '../../../testing/jobs';
import { WAIT_FACES, waitText } from './wait-labels';

describe('waitText', () => {
  const text = (part: Partial<WaitReason>) =>
    waitText({ kind: WaitKind.Queue, untilDateTime: null, retry: null, retries: null, ...part }, NOW);
  const soon = new Date(NOW.getTime() + 28_000);

  it('says what comes next, and when', () => {
    expect(text({ kind: WaitKind.Retry, retry: 3, retries: 9, untilDateTime: soon })).toBe('retry 3 of 9 in 28 s');
    expect(text({ kind: WaitKind.BackOff, untilDateTime: soon })).toBe('waits 28 s');
    expect(text({ kind: WaitKind.Slot })).toBe('waits for a slot');
  });

  it('leaves out a moment that has passed, and the date, which stands above', () => {
    expect(text({ kind: WaitKind.Retry, retry: 3, retries: 9, untilDateTime: NOW })).toBe('retry 3 of 9');
    expect(text({ kind: WaitKind.Date, untilDateTime: soon })).toBe('waits for cutover');
  });

  it('leaves out less than a second', () => {
    const atOnce = new Date(NOW.getTime() + 300);
    expect(text({ kind: WaitKind.BackOff, untilDateTime: atOnce })).toBe('waits');
  });

  it.each(Object.values(WaitKind))('has a word, a sentence, a colour and an icon for %s', (kind) => {
    expect(WAIT_FACES[kind]).toEqual({
      label: expect.stringMatching(/\w/),
      sentence: expect.stringMatching(/\.$/),
      tone: expect.any(String),
      icon: expect.any(String),
    });
  });
});
