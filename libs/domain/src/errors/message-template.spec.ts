import fc from 'fast-check';
import { DomainError } from './domain-error';
import { fillTemplate, placeholdersOf } from './message-template';

describe('placeholdersOf', () => {
  it.each([
    { template: 'User {0} in tenant {1}.', placeholders: ['{0}', '{1}'] },
    { template: 'User {0} from tenant {2} to {3}, {0}.', placeholders: ['{0}', '{2}', '{3}'] },
    { template: 'Tenant {1} has no such policy.', placeholders: ['{1}'] },
    { template: '{10} after {9}', placeholders: ['{9}', '{10}'] },
    { template: 'User <X> on tenant <Y>, <X>.', placeholders: ['<X>', '<Y>'] },
    { template: 'State is <state from IM>.', placeholders: ['<state from IM>'] },
    { template: 'User [X] failed.', placeholders: ['[X]'] },
    { template: 'with [Source] configuration [{0}]', placeholders: ['{0}'] },
    { template: '95% (< {4}% threshold), (<{8}% threshold)', placeholders: ['{4}', '{8}'] },
    { template: 'Nothing to fill.', placeholders: [] },
  ])('finds $placeholders in "$template"', ({ template, placeholders }) => {
    expect(placeholdersOf(template)).toEqual(placeholders);
  });
});

describe('fillTemplate', () => {
  it('fills in order, and a repeated placeholder with the same parameter', () => {
    expect(fillTemplate('{1} of {0}, again {1}', ['all', 'some'])).toBe('some of all, again some');
    expect(fillTemplate('<X> and <Y> and <X>', ['Ann', 'Bob'])).toBe('Ann and Bob and Ann');
  });

  it('keeps brackets that belong to the text', () => {
    expect(fillTemplate('[Source] relationship [{0}]', ['Contoso'])).toBe('[Source] relationship [Contoso]');
  });

  it('puts parameters in as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        expect(fillTemplate('a {0} b {1} c', [first, second])).toBe(`a ${first} b ${second} c`);
      }),
    );
  });

  it.each([[[]], [['one', 'two', 'three']]])('throws when %j is given for two places', (params: string[]) => {
    expect(() => fillTemplate('{0} {1}', params)).toThrow(DomainError);
    expect(() => fillTemplate('{0} {1}', params)).toThrow(expect.objectContaining({ code: 'wrongParameterCount' }));
  });
});
