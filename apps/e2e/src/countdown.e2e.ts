import { expect, test } from '@playwright/test';
import { createJobByContract, signIn } from './support/console';

test.use({ timezoneId: 'Asia/Kolkata' });

test('the cutover is counted down to, in UTC and in the time of whoever looks', async ({ page, request }) => {
  await createJobByContract(request, 'seen from elsewhere', [34], 49);
  await signIn(page, 'admin@fabrikam.example');
  await page.getByRole('navigation').getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('rowheader').getByRole('link', { name: 'seen from elsewhere', exact: true }).click();
  const cutover = page
    .getByRole('list', { name: 'Lifecycle' })
    .getByRole('listitem')
    .filter({ hasText: /^Cutover/ });
  await expect(cutover).toContainText(/in 2 d( 1 h)? · not before \w{3} \d+ \w{3,4} \d\d:\d\d UTC/);
  const [, hour = '', minute = ''] = /(\d\d):(\d\d) UTC/.exec(await cutover.innerText()) ?? [];
  const local = new Date(Date.UTC(2026, 0, 1, Number(hour) + 5, Number(minute) + 30)).toISOString().slice(11, 16);
  await expect(cutover).toContainText(`${local} your time`);
});
