import { IdentityMapping, type PersonLicences } from '@ferry/contracts';
import type { Face } from '../../jobs/labels/face';

/** Whether somebody is mapped, as a pill. */
export const MAPPING_FACES: Readonly<Record<IdentityMapping, Face>> = {
  [IdentityMapping.Completed]: { label: 'Mapped', tone: 'ok', icon: 'circle-check' },
  [IdentityMapping.Pending]: { label: 'Mapping pending', tone: 'wait', icon: 'clock' },
  [IdentityMapping.Missing]: { label: 'Not mapped', tone: 'bad', icon: 'circle-x' },
};

/** The licences of a person in words, as a sentence names them. */
export const LICENCE_LABELS: Readonly<Record<keyof PersonLicences, string>> = {
  exchangePlanAtSource: 'mailbox plan at the source',
  exchangePlanAtTarget: 'mailbox plan here',
  teamsLicenceAtSource: 'Teams licence at the source',
  teamsLicenceAtTarget: 'Teams licence here',
  oneDriveLicence: 'OneDrive migration licence',
};

/** The licences in the order of the table. */
export const LICENCES: readonly (keyof PersonLicences)[] = [
  'exchangePlanAtSource',
  'exchangePlanAtTarget',
  'teamsLicenceAtSource',
  'teamsLicenceAtTarget',
  'oneDriveLicence',
];

/** What somebody lacks, in words; empty when nothing is missing, or nothing is known. */
export function missingLicences(licences: PersonLicences | undefined): string[] {
  if (licences === undefined) return [];
  return LICENCES.filter((licence) => !licences[licence]).map((licence) => LICENCE_LABELS[licence]);
}
