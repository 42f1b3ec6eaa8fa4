import { AttentionAction, AttentionKind, JobStatus } from '@ferry/contracts';
import { aJob, NOW } from '../../../testing/jobs';
import { aCause, anAttention } from '../../../testing/overviews';
import { attentionLine } from './attention-line';

const HOUR = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const READER = { now: NOW, actor: 'admin@fabrikam.example', canWrite: true };
const ANN = { id: '22222222-0000-4000-8000-000000000001', displayName: 'Ann Lee' };

describe('attentionLine', () => {
  const sentence = (...args: Parameters<typeof anAttention>) => attentionLine(anAttention(...args), READER).sentence;

  it.each(Object.values(AttentionKind))('has an icon, a sentence and a button for %s', (kind) => {
    const { face, sentence: text, button } = attentionLine(anAttention(kind, { dueDateTime: after(1) }), READER);
    expect([face.icon, face.label, text, button].every((word) => word !== '')).toBe(true);
  });

  it('says how many people failed, and in what', () => {
    expect(sentence(AttentionKind.Failed, { people: 3 })).toBe('3 people failed');
    const validated = aJob({ status: JobStatus.ValidateFailed });
    expect(sentence(AttentionKind.Failed, { people: 1, job: validated })).toBe('1 person did not pass validation');
  });

  it('says what a job says that failed before anybody did', () => {
    const job = aJob({ status: JobStatus.Failed, message: 'The endpoint is gone.' });
    expect(sentence(AttentionKind.Failed, { job })).toBe('The endpoint is gone.');
  });

  it('leads from each cause to the people, three at most, and says who can mend it', () => {
    const causes = [aCause({ people: 3 }), aCause({ code: 'A' }), aCause({ code: 'B' }), aCause({ code: 'C' })];
    const line = attentionLine(anAttention(AttentionKind.Failed, { people: 6, causes }), READER);
    expect(line.causes).toHaveLength(3);
    expect(line.moreCauses).toBe(1);
    expect(line.causes[0]).toMatchObject({
      code: 'CTTM-005',
      title: 'No Teams licence',
      who: 'a licence administrator',
      people: [{ name: 'Lidia Holloway' }],
      others: 2,
    });
    expect(line.button).toBe('Open failures');
    expect(line.target.query).toEqual({ show: 'failed' });
  });

  it('leads to whom it concerns alone', () => {
    const line = attentionLine(anAttention(AttentionKind.Failed, { people: 1, examples: [ANN] }), READER);
    expect(line.target.path).toEqual(['/jobs', aJob().id, 'people', ANN.id]);
  });

  it.each([
    [1, [ANN], 'Ann Lee waits for a decision: the target does not take 3 items'],
    [4, [ANN], 'Ann Lee and 3 more wait for a decision: the target does not take 3 items'],
    [4, [], '4 people wait for a decision: the target does not take 3 items'],
  ])('names who waits for a decision: %d', (people, examples, text) => {
    expect(sentence(AttentionKind.SkippedItems, { people, examples, skippedItems: 3 })).toBe(text);
  });

  it('does not ask somebody to approve what they have asked for', () => {
    const job = aJob({ createdBy: READER.actor });
    expect(sentence(AttentionKind.Approval, { job, dueDateTime: after(105) })).toContain('somebody else than you');
    const other = aJob({ createdBy: 'jo@fabrikam.example' });
    expect(sentence(AttentionKind.Approval, { job: other, dueDateTime: after(105) })).toBe(
      'jo@fabrikam.example asks for approval; cutover not before Fri 27 Nov 18:41 UTC',
    );
  });

  it.each([
    [20, 'the validation expires in 20 h; after that everybody has to be checked again'],
    [-30, 'the validation expired 1 d 6 h ago; everybody has to be checked again'],
  ])('says when a validation expires: in %d h', (hours, text) => {
    expect(sentence(AttentionKind.ValidationExpiry, { dueDateTime: after(hours) })).toBe(text);
  });

  it.each([
    [47, AttentionAction.Migrate, 'the cutover is in 1 d 23 h, and nobody has started it', 'Migrate'],
    [-3, AttentionAction.Validate, 'the cutover date passed 3 h ago, and nobody has checked it', 'Validate'],
  ])('says what a cutover in %d h is missing', (hours, action, text, button) => {
    const line = attentionLine(anAttention(AttentionKind.Cutover, { dueDateTime: after(hours), action }), READER);
    expect(line).toMatchObject({ sentence: text, button, action });
  });

  it('lets somebody who may only look only look', () => {
    const attention = anAttention(AttentionKind.Cutover, { dueDateTime: after(1), action: AttentionAction.Migrate });
    const line = attentionLine(attention, { ...READER, canWrite: false });
    expect(line).toMatchObject({ button: 'Open', action: AttentionAction.Open });
  });
});
