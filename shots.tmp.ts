import { launchChromium, findChromium, openPage, mapIdle } from "./test/support/browser.ts";
const b = await launchChromium(findChromium()!);
const cases = process.argv.slice(2);
for (const c of cases) {
  const [name, hash, w, h, theme, open] = c.split("|");
  const { page, troubles } = await openPage(b, `http://127.0.0.1:8810/#${hash}`, { viewport: { width: +w!, height: +h! }, deviceScaleFactor: 1, colorScheme: theme as "dark" });
  await page.waitForSelector(".project-page h3", { timeout: 60000 });
  await page.waitForTimeout(1500);
  if (open) { for (const sel of open.split(";")) await page.locator(sel).first().click(); await page.waitForTimeout(300); }
  await page.screenshot({ path: `/tmp/pool-${name}.png` });
  const part = page.locator(".project-page");
  await part.evaluate((el) => { (el.closest(".panel-body") as HTMLElement).style.overflow = "visible"; });
  await part.screenshot({ path: `/tmp/pool-${name}-part.png` }).catch((e) => console.log(String(e).slice(0, 200)));
  console.log(name, troubles);
  await page.context().close();
}
await b.close();
