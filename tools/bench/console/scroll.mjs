/** Pixels that a frame scrolls: some 7,000 a second, as a quick hand does. */
const PIXELS_PER_FRAME = 120;

/** Scrolls the window from its beginning to its end, a step in each frame; the milliseconds of each frame. */
export async function scrollToTheEnd(page) {
  await page.bringToFront();
  return page.evaluate(async (step) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    window.scrollTo(0, 0);
    await nextFrame();
    let last = await nextFrame();
    const frames = [];
    const end = document.documentElement.scrollHeight - window.innerHeight;
    for (let top = 0; top < end;) {
      top = Math.min(top + step, end);
      window.scrollTo(0, top);
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
    }
    return frames;
  }, PIXELS_PER_FRAME);
}
