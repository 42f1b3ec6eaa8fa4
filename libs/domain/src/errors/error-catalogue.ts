import { ErrorFamily } from '@ferry/contracts';
import { ACTION_REFUSALS } from './action-refusals';
import { API_REFUSALS } from './api-refusals';
import type { CatalogueEntry, Raiser } from './catalogue-entry';
import { EXCHANGE_ERRORS } from './exchange-errors';
import { GENERAL_ERRORS } from './general-errors';
import { IDENTITY_MAPPING_ERRORS } from './identity-mapping-errors';
import { ITEM_ERRORS } from './item-errors';
import { MEETING_ERRORS, MEETING_VARIANTS } from './meeting-errors';
import { ONEDRIVE_MOVE_ERRORS } from './onedrive-move-errors';
import { ONEDRIVE_SETUP_ERRORS } from './onedrive-setup-errors';
import { REGISTRATION_REFUSALS } from './registration-refusals';
import { TEAMS_ERRORS } from './teams-errors';

const FAMILIES = {
  ...GENERAL_ERRORS,
  ...EXCHANGE_ERRORS,
  ...TEAMS_ERRORS,
  ...MEETING_ERRORS,
  ...ONEDRIVE_SETUP_ERRORS,
  ...ONEDRIVE_MOVE_ERRORS,
  ...IDENTITY_MAPPING_ERRORS,
  ...ITEM_ERRORS,
  ...API_REFUSALS,
  ...ACTION_REFUSALS,
  ...REGISTRATION_REFUSALS,
};

/** A code that the catalogue explains. */
export type CatalogueCode = keyof typeof FAMILIES;

/** The codes that a part of the service may raise: those whose entries say so. */
export type CodeRaisedBy<Part extends Raiser> = {
  [Code in CatalogueCode]: Part extends (typeof FAMILIES)[Code]['raisedBy'][number] ? Code : never;
}[CatalogueCode];

/**
 * Every error that a person can meet, by its code (contract page 1.4, 4.2 to 4.4, and our own for items and stores).
 * Its keys are its only list of codes.
 */
export const ERROR_CATALOGUE: Readonly<Record<CatalogueCode, CatalogueEntry>> = FAMILIES;

/** Whether a code that came from anywhere is one that the catalogue explains. */
export function isCatalogueCode(code: string): code is CatalogueCode {
  return Object.hasOwn(ERROR_CATALOGUE, code);
}

/**
 * What the catalogue says of a code that came from anywhere; undefined when it does not know it. `variant` prefers the
 * text for meetings where the code has one (IM-003, MIGR-001, MIGR-003).
 */
export function catalogueEntry(code: CatalogueCode, variant?: 'meeting'): CatalogueEntry;
export function catalogueEntry(code: string, variant?: 'meeting'): CatalogueEntry | undefined;
export function catalogueEntry(code: string, variant?: 'meeting'): CatalogueEntry | undefined {
  const variants: Readonly<Record<string, CatalogueEntry>> = MEETING_VARIANTS;
  if (variant === 'meeting' && Object.hasOwn(variants, code)) return variants[code];
  return isCatalogueCode(code) ? ERROR_CATALOGUE[code] : undefined;
}

/**
 * Every entry, family by family in the order of {@link ErrorFamily}; a code with a text of its own for meetings has
 * two, the general one first.
 */
export function catalogueEntries(): readonly CatalogueEntry[] {
  const variants: Readonly<Record<string, CatalogueEntry>> = MEETING_VARIANTS;
  return Object.values(ErrorFamily).flatMap((family) =>
    Object.values(ERROR_CATALOGUE)
      .filter((entry) => entry.family === family)
      .flatMap((entry) => [entry, variants[entry.code] ?? []].flat()),
  );
}
