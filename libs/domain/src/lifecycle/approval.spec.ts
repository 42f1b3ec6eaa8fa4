import { decideApprover } from './approval';

const CREATOR = 'ann@fabrikam.example';

describe('decideApprover', () => {
  it('lets another person approve', () => {
    expect(decideApprover({ actor: 'bob@fabrikam.example', isPerson: true }, CREATOR)).toEqual({ allowed: true });
  });

  it.each([CREATOR, 'Ann@Fabrikam.Example'])('refuses the creator as %s', (actor) => {
    expect(decideApprover({ actor, isPerson: true }, CREATOR)).toMatchObject({
      allowed: false,
      code: 'approvalNeedsAnother',
      message: expect.stringContaining(CREATOR),
    });
  });

  it('refuses an application, whoever created the job', () => {
    expect(decideApprover({ actor: 'ferry-admin', isPerson: false }, CREATOR)).toMatchObject({
      allowed: false,
      code: 'approvalNeedsPerson',
    });
  });
});
