import { spawn } from 'node:child_process';

/**
 * Starts a language server and connects it to CodeMirror's client: messages over standard input and output, each behind
 * a header with its length in bytes.
 *
 * @param {string} command the program
 * @param {string[]} args its arguments
 */
export function start(command, args) {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const handlers = new Set();
  let input = Buffer.alloc(0);
  server.stdout.on('data', (bytes) => {
    input = Buffer.concat([input, bytes]);
    for (let message = next(); message !== undefined; message = next()) {
      handlers.forEach((handler) => handler(message));
    }
  });

  function next() {
    const end = input.indexOf('\r\n\r\n');
    const length = end < 0 ? undefined : /^Content-Length: (\d+)/im.exec(input.toString('ascii', 0, end))?.[1];
    const from = end + 4;
    if (length === undefined || input.length < from + Number(length)) {
      return undefined;
    }
    const message = input.toString('utf8', from, from + Number(length));
    input = input.subarray(from + Number(length));
    return message;
  }

  return {
    transport: {
      send(message) {
        server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
      },
      subscribe(handler) {
        handlers.add(handler);
      },
      unsubscribe(handler) {
        handlers.delete(handler);
      },
    },
    exited: new Promise((done) => server.on('exit', done)),
  };
}
