// Are the packages installed, whole and as the lock file says? If not, install them. Plain JavaScript that needs no package:
// it runs under the system's Node on a fresh clone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');

/** Reads JSON, or nothing if the file is missing or broken. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True if a package of the lock is meant for this computer. */
function isForHere(entry) {
  const fits = (list, value) => list === undefined || list.includes(value);
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
}

/**
 * True if all that the lock names is there in that version. npm writes `node_modules/.package-lock.json` at the very end of an
 * installation, so one that was broken off lacks it, or holds another version.
 */
export function isInstalled(root = ROOT) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const present = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || entry.optional || entry.peer || entry.devOptional || !isForHere(entry)) continue;
    if (entry.link ? !existsSync(join(root, path)) : present[path]?.version !== entry.version) return false;
    if (!existsSync(join(root, path, 'package.json'))) return false;
  }
  return true;
}

/** What went wrong with `npm ci`, in plain words, from what it printed. */
export function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full. Free about 2 GB and run the same command again; what was half installed is repeated.';
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'We may not write in this folder. Copy the project to a folder of your own, or change its owner, and run the same command again.';
  }
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ERR_SOCKET|network/i.test(output)) {
    return 'The package registry did not answer. Check your connection and run the same command again.';
  }
  return 'Run the same command again. If it fails again, see docs/running/put-right.md.';
}

const ORDERS_TO_END = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs `npm ci` with a line of progress. Resolves to nothing if all went well, else to words that say what to do. */
export function install(root = ROOT) {
  return new Promise((resolve) => {
    const npm = process.env.npm_execpath;
    const command = npm && /npm-cli\.js$/.test(npm) ? [process.execPath, npm] : ['npm'];
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'development' } };
    const child = spawn(command[0], [...command.slice(1), 'ci', '--no-fund', '--no-audit'], options);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const begun = performance.now();
    const every = setInterval(() => {
      console.log(`   … still installing, ${Math.round((performance.now() - begun) / 1000)} seconds so far`);
    }, 15_000);
    const breakOff = () => {
      // An npm that is still there would go on writing while the next start installs again, and one told to end tidies up for a minute first.
      child.once('exit', () => {
        console.error('\nStopped in the middle of installing. Run the same command again: it begins anew.');
        process.exit(130);
      });
      child.kill('SIGKILL');
    };
    for (const signal of ORDERS_TO_END) process.once(signal, breakOff);
    child.on('error', (error) => keep(error.message));
    child.on('close', (code) => {
      clearInterval(every);
      for (const signal of ORDERS_TO_END) process.off(signal, breakOff);
      if (code === 0) return resolve(undefined);
      resolve(`npm could not install the packages.\n${output.trim().split('\n').slice(-15).join('\n')}\n\n${explainInstall(output)}`);
    });
  });
}

/** The Node that this project runs on: the one among its packages, else the system's if it's new enough, else nothing. */
export function nodeToUse(root = ROOT) {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return own;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

/** Installs what is missing; ends the program with plain words if that fails. */
export async function installOrExit(root = ROOT) {
  if (isInstalled(root)) return;
  console.log('Installing the packages (the first time, or when they have changed; about a minute) …');
  const problem = await install(root);
  if (problem === undefined) return;
  console.error(`\n${problem}`);
  process.exit(1);
}

/**
 * Runs one of the project's programs under the project's Node and ends as it ends. Ctrl-C and orders to end are passed on to that
 * program, which closes what it opened; it may hear them twice.
 */
export async function runUnderOwnNode(script, args = []) {
  const node = nodeToUse();
  if (node === undefined) {
    console.error(`Pursestrings needs Node 24, and has no copy of it for this kind of computer (${process.platform}-${process.arch}).`);
    console.error('Install Node 24 from https://nodejs.org and run the same command again.');
    process.exit(1);
  }
  // What npm asked of the system's Node (flags) is not for this one.
  const child = spawn(node, [join(ROOT, script), ...args], { stdio: 'inherit', env: { ...process.env, NODE_NO_WARNINGS: '1' } });
  for (const signal of ORDERS_TO_END) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
