import { type Check, sectionOf } from '../checks/check';
import { isSection } from '../checks/sections';
import { UsageError } from '../options/usage-error';

/**
 * The checks that `--only` names: by section, by id, or by how the id begins; all of them when it names none.
 *
 * @throws UsageError for a name that fits no check
 */
export function chooseChecks(checks: readonly Check[], only: readonly string[]): readonly Check[] {
  if (only.length === 0) return checks;
  const fits = (check: Check, name: string): boolean =>
    isSection(name) ? sectionOf(check) === name : check.id.startsWith(name);
  const stranger = only.find((name) => !checks.some((check) => fits(check, name)));
  if (stranger !== undefined) throw new UsageError(`No section and no check is called '${stranger}'. See --list.`);
  return checks.filter((check) => only.some((name) => fits(check, name)));
}
