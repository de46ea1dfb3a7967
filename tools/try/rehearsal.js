const { randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { connect } = require('node:net');
const { join } = require('node:path');
const { dump, load } = require('js-yaml');
const { startChild } = require('./child');
const { ASSISTANT, CHANNEL, CLERK, COUNCILLOR, TEAM, TENANT, council, playgroundSettings } = require('./personas');
const { findPlayground } = require('./playground');

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const ROOT = join(__dirname, '..', '..');

/**
 * Starts the whole main job on this machine: the assistant, a Playground window for a councillor and one for the clerk, and the
 * clerk's channel linked. `folder` is for its files, `ports` are `assistant`, `councillor` and `clerk`, and `tell` is given lines about
 * what goes on. An aborted `signal` stops everything, during the start as well.
 * Resolves to the addresses of the two windows, `ended`, a promise of a sentence for when a part of it has ended, and `stop`.
 * Throws a sentence when the Playground cannot be had, a port is taken or something does not start; whatever was started is stopped again.
 */
async function startRehearsal({ folder, ports, tell, signal }) {
  await Promise.all(Object.values(ports).map(refuseTakenPort));
  tell('Fetching the Playground, where npm does not have it yet …');
  const playground = await findPlayground();
  signal?.throwIfAborted();
  const children = [];
  const stop = () => Promise.all(children.map((child) => child.stop()));
  signal?.addEventListener('abort', stop);
  try {
    tell('Starting the Playground for the councillor and for the clerk …');
    const windows = [COUNCILLOR, CLERK].map((person) => startPlayground(playground, person, { ports, folder }));
    children.push(...windows);
    await Promise.all(windows.map((window) => window.started));
    tell('Starting the assistant …');
    const assistant = startAssistant(folder, ports.assistant);
    children.push(assistant);
    const code = /link (\d{6})/.exec(await assistant.started)?.[1];
    if (code) await linkChannel(code, ports);
    return {
      councillor: `http://localhost:${ports.councillor}`,
      clerk: `http://localhost:${ports.clerk}`,
      ended: Promise.race(children.map((child) => child.ended)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function refuseTakenPort(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('error', () => resolve());
    socket.once('connect', () => {
      socket.destroy();
      reject(
        new Error(`Port ${port} is taken. Is a rehearsal running already? Stop what uses the port and try again.`),
      );
    });
  });
}

function startPlayground(playground, person, { ports, folder }) {
  const cwd = join(folder, person.id);
  mkdirSync(cwd, { recursive: true });
  const settings = join(cwd, 'playground.yml');
  writeFileSync(settings, dump(playgroundSettings(person)));
  const port = String(person === CLERK ? ports.clerk : ports.councillor);
  const endpoint = `http://127.0.0.1:${ports.assistant}/api/messages`;
  return startChild(
    `The Playground for ${person.name}`,
    [playground, 'start', '-e', endpoint, '-c', 'msteams', '-p', port, '--disable-telemetry'],
    // It takes another port where this one is taken, and then nobody would find it.
    { ready: new RegExp(`Listening on ${port}\\b`), cwd, env: { TEAMS_APP_TEST_TOOL_CONFIG_PATH: settings } },
  );
}

/** The council's settings, for an office that always works: a rehearsal in the evening must not wait for the morning. */
function writeCouncil(folder) {
  const hours = Object.fromEntries(DAYS.map((day) => [day, '00:00-23:59']));
  const office = { hours, bank_holidays: 'none', closed: [] };
  const file = join(folder, 'council.yaml');
  writeFileSync(file, dump({ ...council, office }));
  return file;
}

function startAssistant(folder, port) {
  return startChild('The assistant', [join(ROOT, 'dist', 'main.js')], {
    ready: /"listening"/,
    cwd: ROOT,
    env: {
      AUTH: 'off',
      HOST: '127.0.0.1',
      PORT: String(port),
      TENANT_ID: TENANT,
      COUNCIL_FILE: writeCouncil(folder),
      STORE_URL: `file:${join(folder, 'try.db')}`,
    },
  });
}

/**
 * Presses the button below the list of readers, as the clerk would. The list itself is not asked for: it would be posted in the channel,
 * and a press from here cannot say on which card it was, so its buttons would stay.
 */
async function linkChannel(code, ports) {
  const activity = {
    channelId: 'msteams',
    serviceUrl: `http://localhost:${ports.clerk}/_connector`,
    from: { id: CLERK.id, name: CLERK.name, aadObjectId: CLERK.aadObjectId },
    recipient: ASSISTANT,
    conversation: { id: CHANNEL, isGroup: true, conversationType: 'channel', tenantId: TENANT },
    channelData: { tenant: { id: TENANT }, team: { id: TEAM }, channel: { id: CHANNEL } },
    timestamp: new Date().toISOString(),
  };
  const press = {
    ...activity,
    id: randomUUID(),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'channel.link', data: { code } } },
  };
  const response = await fetch(`http://127.0.0.1:${ports.assistant}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(press),
  });
  const answer = await response.text();
  const { linked } = load(readFileSync(join(ROOT, 'knowledge', 'wording.yaml'), 'utf8'));
  if (!answer.includes(linked)) throw new Error(`The clerk's channel could not be linked: ${answer}`);
}

module.exports = { startRehearsal };
