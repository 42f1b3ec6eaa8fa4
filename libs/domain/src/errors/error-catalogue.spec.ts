import { ErrorFamily, WORKLOADS } from '@ferry/contracts';
import { CHECKS } from '../checks/run-checks';
import { catalogueError } from './catalogue-error';
import {
  ERROR_CATALOGUE,
  catalogueEntries,
  catalogueEntry,
  isCatalogueCode,
  type CatalogueCode,
} from './error-catalogue';
import { MEETING_VARIANTS } from './meeting-errors';
import { placeholdersOf } from './message-template';

/** Codes that were published, by family (contract page 1.4, 4.2 and 4.3), as they have to be on the wire. */
const PUBLISHED = `
  IM-003 MIGR-001 MIGR-002 MIGR-003 MIGR-004 CTM-001 CTM-002 CTM-100 CTM-101 CTM-102 CTM-103 CTM-104
  EXCH-07 EXCH-08 EXCH-15
  CTTM-001 CTTM-002 CTTM-003 CTTM-004 CTTM-005 CTTM-006 CTTM-007 CTTM-008 CTTM-009 CTTM-010 CTTM-011 CTTM-012
  CTTM-013 CTTM-014 CTTM-015 CTTM-016 CTTM-017 CTTM-018 CTTM-019
  MMS-001 MMS-002 MMS-003 MMS-004 MMS-005 MMS-006 MMS-007 MMS-008 MMS-009 MMS-010 MMS-011 MMS-012 MMS-013 TMS-003
  FeatureIsNotEnabled MnATrustNoSetupForPartner MnAReverseTrustNeedsRequiredPartnerRole MnATrustWrongCmdletUsage
  MnAOdbFailedToGetUrlForSourceUPN MnAOdbForSourceUPNDoesNotExist MnAOdbForSourceUPNDoesNotExistYet
  MnAIdentityMapEntryDoesNotExistsForSourceUPN MnAIdentityMapEntryTooManyForSourceUPN
  MnAIdentityMapEntryDoesNotMatchRequest MnAOdbUsersAreNotLicensed MnATargetUpnIsInvalid
  MnATargetDomainIsAlreadyInSourceSiteUsers MnATargetUserDoesNotExist MnATargetUserIsNotSpoEnabled
  MnAMoveJobWasNotCreated MnAMoveJobCreationFailed MnASiteMoveTargetUrlHasWriteConflict MnAOdbOwnerUrlMismatch
  MnATargetUrlNotValidForRename MnAFatalErrorAdminSiteCouldNotBeUsedAsMySiteHost MnABYOKEnabledOnSourceTenant
  MnAPartnersOnTheSameFarm MnATargetSideEnvironmentHasConditionsThatBlockTheMove MnASiteMoveIsInprogressOrFinished
  MnAPartnersFarmsAreIncompatible
  BadArgument duplicateDisplayNameJob minThresholdFailed resourceTypeMismatch
`;

const codes = Object.keys(ERROR_CATALOGUE) as CatalogueCode[];
const entries = [...Object.values(ERROR_CATALOGUE), ...Object.values(MEETING_VARIANTS)];
const isSentence = /^[A-Z].*\.$/;

describe('error catalogue', () => {
  it.each(PUBLISHED.trim().split(/\s+/))('explains %s', (code) => {
    expect(catalogueEntry(code)).toMatchObject({ code });
  });

  it.each(entries.map((entry) => ({ entry, name: `${entry.code}${entry.variant ? ` (${entry.variant})` : ''}` })))(
    'says of $name what it is, why it happens, what can be shown for it, what to do and where',
    ({ entry }) => {
      expect(entry.title).toMatch(/^[A-Z].{5,45}$/);
      expect(entry.cause).toMatch(isSentence);
      expect(entry.evidence).toMatch(isSentence);
      expect(entry.remedy).toMatch(isSentence);
      expect(entry.where).toMatch(/^[^.]{5,}/);
      expect(entry.messageTemplate.length).toBeGreaterThan(10);
      expect(entry.source).toMatch(/contract page|Ferry/);
    },
  );

  it.each(codes)('fills the message of %s without leaving a placeholder', (code) => {
    const placeholders = placeholdersOf(ERROR_CATALOGUE[code].messageTemplate);
    const { code: filled, message } = catalogueError(
      code,
      placeholders.map((_placeholder, index) => `value${index}`),
    );
    expect(filled).toBe(code);
    expect(placeholdersOf(message)).toEqual([]);
    placeholders.forEach((_placeholder, index) => expect(message).toContain(`value${index}`));
  });

  it.each(entries)('says of $code who raises it, or why it is there all the same', ({ raisedBy, listedBecause }) => {
    expect(new Set(raisedBy).size).toBe(raisedBy.length);
    if (raisedBy.length > 0) expect(listedBecause).toBeUndefined();
    else expect(listedBecause).toMatch(isSentence);
  });

  it('says that a check raises exactly what the checks may report, at their workloads', () => {
    const reported = new Set(CHECKS.flatMap((check) => check.codes));
    expect(codes.filter((code) => ERROR_CATALOGUE[code].raisedBy.some((part) => part === 'check')).sort()).toEqual(
      [...reported].sort(),
    );
    for (const { codes: own, workloads } of CHECKS) {
      for (const code of own) {
        const known = workloads.flatMap((workload) => {
          const variant = workload === 'Meeting' ? 'meeting' : undefined;
          return catalogueEntry(code, variant).workloads.includes(workload) ? [workload] : [];
        });
        expect([code, known]).toEqual([code, workloads]);
      }
    }
  });

  it('keeps refused requests apart from what can stand at a workload', () => {
    for (const { code, family, raisedBy, workloads } of entries) {
      const isRequest = family === ErrorFamily.Requests;
      expect([code, workloads.length === 0]).toEqual([code, isRequest]);
      expect([code, raisedBy.some((part) => part === 'api')]).toEqual([code, isRequest && raisedBy.length > 0]);
      expect(WORKLOADS).toEqual(expect.arrayContaining([...workloads]));
    }
  });

  it('lists every entry once, family by family, with the text for meetings behind the general one', () => {
    const listed = catalogueEntries();
    expect(listed).toHaveLength(entries.length);
    expect(new Set(listed)).toEqual(new Set(entries));
    const families = listed.map(({ family }) => family).filter((family, index, all) => family !== all[index - 1]);
    expect(families).toEqual(Object.values(ErrorFamily));
    expect(listed.filter(({ code }) => code === 'IM-003').map(({ variant }) => variant)).toEqual([
      undefined,
      'meeting',
    ]);
  });

  it('keeps the text for meetings beside the general one', () => {
    expect(catalogueError('MIGR-003', ['ann'])).toEqual({
      code: 'MIGR-003',
      message: 'User ann migration failed. Please retry user migration.',
    });
    expect(catalogueError('MIGR-003', ['ann'], 'meeting')).toEqual({
      code: 'MIGR-003',
      message: 'Teams Meeting migration for user ann failed. Retry migration.',
    });
    expect(catalogueEntry('IM-003', 'meeting')).toMatchObject({ variant: 'meeting' });
    expect(catalogueEntry('CTM-100', 'meeting')).toBe(catalogueEntry('CTM-100'));
  });

  it('tells the two tenants apart where a pair of codes shares a text', () => {
    expect(catalogueEntry('MMS-005')).toMatchObject({ who: 'sourceTenantAdmin' });
    expect(catalogueEntry('MMS-006')).toMatchObject({ who: 'targetTenantAdmin' });
    for (const code of ['MMS-002', 'MMS-006', 'MMS-009', 'MMS-013']) {
      const { cause, remedy, where } = catalogueEntry(code)!;
      expect(`${cause} ${remedy} ${where}`).not.toMatch(/source/);
    }
  });

  it.each(['toString', '__proto__', 'constructor', '', 'CTM-999'])('does not know %p', (code) => {
    expect(catalogueEntry(code)).toBeUndefined();
    expect(catalogueEntry(code, 'meeting')).toBeUndefined();
    expect(isCatalogueCode(code)).toBe(false);
  });
});

describe('catalogueError', () => {
  it('refuses parameters that do not fit the sentence', () => {
    expect(() => catalogueError('CTTM-005', ['ann'])).toThrow(expect.objectContaining({ code: 'wrongParameterCount' }));
    expect(() => catalogueError('CTM-100', ['ann'])).toThrow(expect.objectContaining({ code: 'wrongParameterCount' }));
  });
});
