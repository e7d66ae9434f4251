// Asks the real binary everything Vapi asks, and writes its answers down twice: as typed constants
// for the compiler (generated/replies.ts) and as plain JSON for the SDK's own parser.
// Usage: RINGBOOK=path/to/ringbook node record.mjs
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = process.env.RINGBOOK;
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const fixtures = join(here, "../fixtures");
const folder = mkdtempSync(join(tmpdir(), "ringbook-sdk-"));
const database = `sqlite:${join(folder, "ringbook.db")}`;

const ACKNOWLEDGED = [
  "status-update", "conversation-update", "hang", "speech-update", "user-interrupted", "transcript", "model-output",
  "tool-calls-of-the-future",
];

const server = spawn(
  binary,
  ["serve", "--demo", "--clock", "2026-06-02T15:10:00Z", "--listen", "127.0.0.1:0", "--database", database],
  { stdio: ["ignore", "pipe", "ignore"] },
);
try {
  const address = await ready(server);
  const replies = await record(address);
  const manifest = JSON.parse(execFileSync(binary, ["vapi", "manifest", "--database", database]));
  replies.push({ name: "manifest", type: "Vapi.CreateToolsRequest[]", value: manifest });
  write(replies);
  console.log(`recorded ${replies.length} replies`);
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}

async function ready(server) {
  let printed = "";
  for await (const chunk of server.stdout) {
    printed += chunk;
    const address = printed.match(/http:\/\/[\d.:]+/);
    if (address) return address[0];
  }
  throw new Error(`the server stopped before it was ready: ${printed}`);
}

async function record(address) {
  const ask = (message) => post(address, message);
  const replies = [];
  for (const file of readdirSync(fixtures).filter((file) => /^vapi_tool_calls_\d/.test(file)).sort()) {
    const value = await ask(fixture(file));
    replies.push({ name: file.replace(/\W+/g, "_"), type: "Vapi.ServerMessageResponseToolCalls", value });
  }
  for (const [name, tool, args] of toolCalls()) {
    const value = await ask(envelope(name, tool, args));
    replies.push({ name, type: "Vapi.ServerMessageResponseToolCalls", value });
  }
  // The SDK no longer has a type for the reply to a legacy function-call.
  replies.push({ name: "legacy", type: "{ result: string }", value: await ask(fixture("vapi_function_call_legacy.json")) });
  for (const assistantId of [undefined, "33333333-3333-4333-8333-333333333333"]) {
    const request = fixture("vapi_assistant_request.json");
    request.message.phoneNumber.assistantId = assistantId;
    const name = assistantId ? "assistant_known" : "assistant_unknown";
    replies.push({ name, type: "Vapi.ServerMessageResponseAssistantRequest", value: await ask(request) });
  }
  const transfer = await ask({ message: { type: "transfer-destination-request", call: { id: "c" } } });
  replies.push({ name: "transfer", type: "Vapi.ServerMessageResponseTransferDestinationRequest", value: transfer });
  const looping = { type: "transfer-destination-request", call: { id: "d" }, customer: { number: "+15125550177" } };
  const refused = await ask({ message: looping });
  replies.push({ name: "transfer_refused", type: "Vapi.ServerMessageResponseTransferDestinationRequest", value: refused });
  replies.push({ name: "report", type: "Record<string, never>", value: await ask(fixture("vapi_end_of_call_report.json")) });
  for (const type of ACKNOWLEDGED) {
    const value = await ask({ message: { type, call: { id: "c" } } });
    replies.push({ name: type.replace(/\W+/g, "_"), type: "Record<string, never>", value });
  }
  return replies;
}

function toolCalls() {
  const wish = { date: "2026-06-04", time: "10 AM", service: "consultation", phone: "+15551234567" };
  return [
    ["available", "check_availability", { date: "2026-06-04" }],
    ["none_available", "check_availability", { date: "2026-06-06" }],
    ["booked", "book_appointment", wish],
    ["waitlist_instead", "join_waitlist", { service: "consultation", phone: "+15551234567" }],
    ["waitlisted", "join_waitlist", { from: "2026-06-06", to: "2026-06-07", phone: "+15551234567" }],
    ["past", "book_appointment", { ...wish, date: "2023-10-06" }],
    ["missing_contact", "book_appointment", { ...wish, phone: "" }],
    ["missing_everything", "book_appointment", {}],
    ["malformed", "book_appointment", "{not json"],
    ["booked_series", "book_appointment", { ...wish, date: "2026-06-09", repeat: "every second Tuesday, six times" }],
    ["clashing_series", "book_appointment", { ...wish, date: "2026-06-09", phone: "+15557654321", provider: "lee", repeat: "weekly, three times" }],
    ["information", "get_business_info", { topic: "hours" }],
    ["message_taken", "take_message", { message: "Please call back.", phone: "+15551234567" }],
    ["message_empty", "take_message", {}],
    ["transferring", "transfer_call", { department: "billing" }],
    ["goodbye", "end_call", { reason: "completed" }],
    ["unknown_tool", "frobnicate", {}],
  ];
}

function envelope(id, name, args) {
  const toolCallList = [{ id, type: "function", function: { name, arguments: args } }];
  return { message: { type: "tool-calls", toolCallList, call: { id: `call-${id}` } } };
}

function fixture(file) {
  return JSON.parse(readFileSync(join(fixtures, file), "utf8"));
}

async function post(address, message) {
  const headers = { "content-type": "application/json", authorization: "Bearer demo-secret" };
  const response = await fetch(`${address}/api/vapi`, { method: "POST", headers, body: JSON.stringify(message) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} to ${message.message.type}: ${text}`);
  return JSON.parse(text);
}

function write(replies) {
  const constants = replies.map(({ name, type, value }) => `export const ${name} = ${literal(value)} satisfies ${type};`);
  const head = 'import type { Vapi } from "@vapi-ai/server-sdk";\n\n';
  mkdirSync(join(here, "generated"), { recursive: true });
  writeFileSync(join(here, "generated/replies.ts"), head + constants.join("\n\n") + "\n");
  writeFileSync(join(here, "generated/replies.json"), JSON.stringify(replies, null, 2));
}

// JSON as TypeScript. The SDK types these two members as objects although Vapi's API takes a
// string and numbers; only they are exempt.
function literal(value, path = "") {
  if (/\.backoffPlan\.(type|excludedStatusCodes)$/.test(path)) return `${JSON.stringify(value)} as any`;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, path)).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${literal(item, `${path}.${key}`)}`);
  return `{ ${members.join(", ")} }`;
}
