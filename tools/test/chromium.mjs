import { installPackage } from './apt.mjs';
import { isExecutable, onPath } from './executables.mjs';
import { MissingTool } from './report.mjs';

const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const findChromium = () =>
  onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ?? ELSEWHERE.find(isExecutable);

/**
 * The browser for the journeys: an installed one, else Debian's package. Nothing is downloaded past the system's own
 * package manager.
 *
 * @returns {Promise<string>} its path
 * @throws {MissingTool}
 */
export async function provideChromium() {
  const found = findChromium();
  if (found) return found;
  const reason = await installPackage('chromium');
  const installed = findChromium();
  if (!installed) throw new MissingTool(`Chromium: ${reason ?? 'the package brought no browser'}.`);
  return installed;
}
