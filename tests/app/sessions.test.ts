import { createSessions } from '../../src/app/sessions';

const MINUTE = 60_000;

function startSessions() {
  let now = 0;
  const sessions = createSessions(30, () => now);
  const after = (minutes: number) => {
    now += minutes * MINUTE;
  };
  return { ...sessions, after };
}

it('a session is remembered until its time is over, and not longer', () => {
  const sessions = startSessions();
  sessions.set('sam', { draft: 'hello' });
  sessions.after(29.99);
  expect(sessions.get('sam')).toEqual({ draft: 'hello' });
  sessions.after(0.01);
  expect(sessions.get('sam')).toEqual({});
});

it('writing begins the time anew, reading does not', () => {
  const sessions = startSessions();
  sessions.set('sam', { draft: 'one' });
  sessions.after(20);
  sessions.set('sam', { draft: 'two' });
  sessions.after(20);
  expect(sessions.get('sam')).toEqual({ draft: 'two' });
  sessions.after(10);
  expect(sessions.get('sam')).toEqual({});
});

it('forgetting is at once, and for one person only', () => {
  const sessions = startSessions();
  sessions.set('sam', { draft: 'one' });
  sessions.set('joe', { draft: 'two' });
  sessions.forget('sam');
  sessions.forget('nobody');
  expect([sessions.get('sam'), sessions.get('joe')]).toEqual([{}, { draft: 'two' }]);
});

it('what is over is let go, however many people come', () => {
  const sessions = startSessions();
  const set = jest.spyOn(Map.prototype, 'set');
  for (let person = 0; person < 1000; person++) {
    sessions.set(String(person), { draft: `draft ${person}` });
    sessions.after(1);
  }
  const [kept] = set.mock.contexts;
  set.mockRestore();
  expect(kept instanceof Map && kept.size).toBe(30);
  expect(sessions.get('999')).toEqual({ draft: 'draft 999' });
});
