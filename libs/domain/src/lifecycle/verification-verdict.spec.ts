import { VerificationVerdict } from '@ferry/contracts';
import { verificationVerdict } from './verification-verdict';

describe('verificationVerdict', () => {
  it.each([
    [{ workloads: 8, compared: 8, differences: 0 }, VerificationVerdict.Verified],
    [{ workloads: 8, compared: 7, differences: 0 }, VerificationVerdict.Partial],
    [{ workloads: 8, compared: 8, differences: 1 }, VerificationVerdict.Differs],
    [{ workloads: 8, compared: 0, differences: 0 }, VerificationVerdict.None],
    [{ workloads: 0, compared: 0, differences: 0 }, VerificationVerdict.None],
  ])('says of %j: %s', (facts, verdict) => {
    expect(verificationVerdict(facts)).toBe(verdict);
  });
});
