// The page's own modules as a program for tests: a JSON request a line on standard input, a JSON answer a line on standard output.

import { base64 } from "@scure/base";
import { generateHybridIdentity, identityToRecipient } from "age-encryption";
import { createInterface } from "node:readline";
import { framed, unframed } from "./src/framing";
import { entropyOf, mailboxOf } from "./src/mailbox";
import { opened, sealed } from "./src/seal";

interface Request {
  seal?: { text: string; recipients: string[] };
  open?: { file: string; identity: string };
  mailbox?: string;
  quantum?: boolean;
}

async function answer({ seal, open, mailbox, quantum }: Request): Promise<unknown> {
  if (seal) {
    const plain = framed({ "note.json": new TextEncoder().encode(seal.text) });
    return base64.encode(await sealed(plain, seal.recipients));
  }
  if (open) {
    const plain = await opened(base64.decode(open.file), open.identity);
    return plain && new TextDecoder().decode(Object.values(unframed(plain))[0]);
  }
  if (quantum) {
    const identity = await generateHybridIdentity();
    return { identity, recipient: await identityToRecipient(identity) };
  }
  const entropy = entropyOf(mailbox ?? "");
  return entropy && (await mailboxOf(entropy));
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ answer: await answer(JSON.parse(line) as Request) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
