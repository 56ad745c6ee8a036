// A demo organization that runs for the scenarios, on a free port and with a fresh folder.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { OUTPUT } from './output.mjs';

/** The program that is tried. */
export const BINARY = process.env.RAPPORT_BINARY
  ?? fileURLToPath(new URL('../../target/debug/rapport', import.meta.url));
const START_SECONDS = 180;
const STOP_SECONDS = 20;

/** Where mail to the running demo goes in, and the port at which it is handed over. */
export const MAIL_ADDRESS = 'care@guards.example';
export let mailPort;

/** Where the running demo answers, such as `http://127.0.0.1:40123`. */
export let address;

let server;
let ended;

/** Starts the demo and waits until it says that it is ready. */
export async function startServer() {
  const [port, mail] = await freePorts(2);
  const door = `127.0.0.1:${port}`;
  const log = openSync(`${OUTPUT}/server.log`, 'w');
  const settings = `${OUTPUT}/rapport.toml`;
  // Each visitor names an address of their own, so that the limits of one do not stop the others.
  mailPort = mail;
  await writeFile(settings, [
    'behind_proxy = true',
    `mail_address = "${MAIL_ADDRESS}"`,
    `mail_listen = "127.0.0.1:${mailPort}"`,
    '',
  ].join('\n'));
  server = spawn(BINARY, ['demo', '--config', settings, '--listen', door, '--data', `${OUTPUT}/data`], {
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  ended = new Promise((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.once('exit', (code, signal) => resolve(code ?? signal));
  });
  // However this process ends, the demo does not outlive it.
  process.once('exit', () => server.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(1));
  }
  await untilReady(`http://${door}`);
  address = `http://${door}`;
}

/** Asks the demo to stop, and fails when it does not do so in order. */
export async function stopServer() {
  server.kill('SIGTERM');
  const late = pause(STOP_SECONDS * 1000, 'nothing in time', { ref: false });
  const end = await Promise.race([ended, late]);
  if (end !== 0) {
    throw new Error(`The demo ended with ${end} when it was asked to stop.\n${await logTail()}`);
  }
}

async function untilReady(origin) {
  const deadline = Date.now() + START_SECONDS * 1000;
  let end;
  ended.then((value) => { end = value; });
  while (Date.now() < deadline) {
    if (end !== undefined) {
      throw new Error(`The demo ended (${end}) instead of serving.\n${await logTail()}`);
    }
    const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await pause(100);
  }
  throw new Error(`The demo was not ready after ${START_SECONDS} seconds.\n${await logTail()}`);
}

async function logTail() {
  const text = await readFile(`${OUTPUT}/server.log`, 'utf8');
  return text.split('\n').slice(-20).join('\n');
}

// All are held until the last is chosen, so that no two are equal.
async function freePorts(count) {
  const listeners = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(listeners.map((listener) => once(listener, 'listening')));
  const ports = listeners.map((listener) => listener.address().port);
  await Promise.all(listeners.map((listener) => once(listener.close(), 'close')));
  return ports;
}
