import { Workload } from '@ferry/contracts';
import { foundErrors } from './found-error';

describe('foundErrors', () => {
  const of = (code: string | null, message: string | null) =>
    foundErrors({ service: Workload.Teams, errors: [{ code, message }] })[0];

  it('adds cause, remedy and who can mend it to what was found', () => {
    const error = of('CTTM-005', 'No licence for Ann.');
    expect(error).toMatchObject({ code: 'CTTM-005', title: 'No Teams licence', message: 'No licence for Ann.' });
    expect(error?.help).toMatchObject({ who: 'a licence administrator' });
    expect(error?.help?.remedy).not.toBe('');
  });

  it('shows an error as it is that nobody knows', () => {
    expect(of('XYZ-1', 'Boom.')).toEqual({ code: 'XYZ-1', title: 'XYZ-1', message: 'Boom.', help: null });
    expect(of(null, 'Boom.')).toEqual({ code: null, title: 'Boom.', message: 'Boom.', help: null });
  });
});
