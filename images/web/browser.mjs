// import { launch } from "academy-browser": Playwright's Chromium, as it has to be started in a sandbox.
import { chromium } from "playwright-core";

/**
 * Nothing of it listens on a port: it is spoken with through a pipe, which the learner's service cannot reach.
 * Its own sandbox needs privileges that no program has here; the container is its sandbox.
 */
export function launch(options = {}) {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    chromiumSandbox: false,
    ...options,
    args: ["--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update", ...(options.args ?? [])],
  });
}
