/** Loaded before a child's program: ends the child when its parent is gone, however the parent ended. */
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref();
