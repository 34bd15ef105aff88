import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ReportFile } from "../report/report-file.js";

/**
 * Writes a folder whole or not at all: into a temporary one beside it, flushed to disk, then renamed
 * into place. A folder that was there before stays until the new one is complete.
 *
 * @param signal stops the writing; the temporary folder is then removed
 */
export async function writeFolder(
  folder: string,
  files: readonly ReportFile[],
  signal?: AbortSignal,
): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const fresh = join(parent, `.${basename(folder)}.${process.pid}.new`);
  const old = join(parent, `.${basename(folder)}.${process.pid}.old`);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    await writeAll(fresh, files, signal);
    signal?.throwIfAborted();
    await replace(fresh, folder, old);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** Writes the files at once, then flushes them all together, which takes little more than one flush. */
async function writeAll(
  folder: string,
  files: readonly ReportFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const folders = [...new Set(files.map(({ path }) => dirname(join(folder, path))))];
  await allOf(folders.map(async (one) => void (await mkdir(one, { recursive: true }))));
  const written: FileHandle[] = [];
  try {
    await allOf(
      files.map(async ({ path, content }) => {
        signal?.throwIfAborted();
        const handle = await open(join(folder, path), "wx");
        written.push(handle);
        await handle.writeFile(content);
      }),
    );
    await allOf(written.map((handle) => handle.sync()));
  } finally {
    await allOf(written.map((handle) => handle.close()));
  }
  await allOf(folders.map(syncFolder));
}

/** Waits for all, also where one fails, so that nothing is still at work afterwards. */
async function allOf(steps: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(steps)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

/** Writes one file whole or not at all, in the same manner. */
export async function writeFile(file: string, content: string | Uint8Array): Promise<void> {
  const fresh = join(dirname(file), `.${basename(file)}.${process.pid}.new`);
  try {
    await writeAll(dirname(file), [{ path: basename(fresh), content }], undefined);
    await rename(fresh, file);
    await syncFolder(dirname(file));
  } finally {
    await rm(fresh, { force: true });
  }
}

async function replace(fresh: string, folder: string, old: string): Promise<void> {
  const moved = await rename(folder, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return false;
    },
  );
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (moved) await rename(old, folder);
    throw error;
  }
  await syncFolder(dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself has to do.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
