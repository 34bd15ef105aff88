import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** As packages and installers name them: Chromium, Google Chrome, Microsoft Edge. */
const NAMES = [
  ...["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
  ...["microsoft-edge-stable", "microsoft-edge", "msedge"],
];

/**
 * The reader's own browser of the Chromium family: the file that CHROMIUM names, or the first found on
 * the path. Nothing is ever downloaded.
 */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { CHROMIUM, PATH = "" } = env;
  if (CHROMIUM !== undefined && CHROMIUM !== "") {
    return (await isExecutable(CHROMIUM)) ? CHROMIUM : undefined;
  }
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  for (const name of NAMES) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, `${name}${ending}`);
        if (await isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
