import { emptyDraft } from './job-draft';
import { draftKey, readDraft, writeDraft } from './stored-draft';

const NOW = new Date('2026-11-23T09:41:00Z');
const KEY = draftKey('22222222-2222-4222-8222-222222222222', 'admin@fabrikam.example');
const DRAFT = { ...emptyDraft(NOW, 'fabrikam.example'), displayName: 'wave' };

describe('A draft that the browser keeps', () => {
  beforeEach(() => localStorage.clear());

  it('comes back as it was', () => {
    expect(writeDraft(localStorage, KEY, { savedAt: NOW, draft: DRAFT })).toBe(true);
    expect(readDraft(localStorage, KEY)).toEqual({ savedAt: NOW, draft: DRAFT });
  });

  it('is there for whoever wrote it only', () => {
    writeDraft(localStorage, KEY, { savedAt: NOW, draft: DRAFT });
    expect(readDraft(localStorage, draftKey('22222222-2222-4222-8222-222222222222', 'other'))).toBeNull();
  });

  it.each([
    ['another version', JSON.stringify({ version: 0, savedAt: NOW, draft: DRAFT })],
    ['no draft', JSON.stringify({ version: 1, savedAt: NOW, draft: { picked: [] } })],
    ['no date', JSON.stringify({ version: 1, savedAt: 'x', draft: DRAFT })],
    ['no JSON', '{'],
  ])('is removed when it is of %s', (_what, text) => {
    localStorage.setItem(KEY, text);
    expect(readDraft(localStorage, KEY)).toBeNull();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('is not kept where there is no room, and says so', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(writeDraft(full as unknown as Storage, KEY, { savedAt: NOW, draft: DRAFT })).toBe(false);
  });
});
