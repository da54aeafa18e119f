// Reads an MCAP file through its index with @mcap/core and decodes CDR by the schemas in the file itself.
// Prints one JSON object: what the file says about itself, and each message in log-time order.
import { open } from "node:fs/promises";
import { McapIndexedReader } from "@mcap/core";
import { loadDecompressHandlers } from "@mcap/support";
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg2-serialization";

const file = await open(process.argv[2], "r");
const readable = {
  size: async () => BigInt((await file.stat()).size),
  read: async (offset, length) => {
    const bytes = new Uint8Array(Number(length));
    await file.read(bytes, 0, bytes.length, Number(offset));
    return bytes;
  },
};

const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers: await loadDecompressHandlers() });
const decoders = new Map();
function decode(channel, data) {
  if (channel.messageEncoding === "json") {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(data));
  }
  const schema = reader.schemasById.get(channel.schemaId);
  if (!decoders.has(schema.id)) {
    const definitions = parse(new TextDecoder().decode(schema.data), { ros2: true });
    decoders.set(schema.id, new MessageReader(definitions));
  }
  return decoders.get(schema.id).readMessage(data);
}

const messages = [];
for await (const message of reader.readMessages()) {
  const channel = reader.channelsById.get(message.channelId);
  messages.push({
    topic: channel.topic,
    logTime: message.logTime.toString(),
    sequence: message.sequence,
    value: decode(channel, message.data),
  });
}
const metadata = [];
for await (const entry of reader.readMetadata()) {
  metadata.push({ name: entry.name, values: Object.fromEntries(entry.metadata) });
}
const plain = (key, value) =>
  typeof value === "bigint" ? value.toString() : ArrayBuffer.isView(value) ? Array.from(value) : value;
console.log(
  JSON.stringify(
    {
      chunks: reader.chunkIndexes.length,
      compressions: [...new Set(reader.chunkIndexes.map((index) => index.compression))],
      messageCount: reader.statistics.messageCount,
      schemas: [...reader.schemasById.values()].map(({ name, encoding }) => ({ name, encoding })),
      metadata,
      messages,
    },
    plain,
  ),
);
await file.close();
