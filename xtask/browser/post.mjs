// Hands a mail over, as the mail server of a machine does.

import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

import { MAIL_ADDRESS, mailPort } from './server.mjs';

/** Hands a mail over by SMTP; what each line is answered with must begin with 2 or 3. */
export async function handOver(from, subject, words) {
  const socket = createConnection(mailPort, '127.0.0.1');
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const mail = [`From: ${from}`, `To: ${MAIL_ADDRESS}`, `Subject: ${subject}`, '', words, '.'];
  for (const line of ['', 'HELO localhost', `MAIL FROM:<${from}>`, `RCPT TO:<${MAIL_ADDRESS}>`, 'DATA', mail.join('\r\n'), 'QUIT']) {
    if (line) {
      socket.write(`${line}\r\n`);
    }
    const { value } = await answers.next();
    if (!/^[23]/.test(value ?? '')) {
      throw new Error(`${line} was answered with ${value}`);
    }
  }
  socket.end();
}
