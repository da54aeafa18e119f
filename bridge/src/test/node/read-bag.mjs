// Reads a ROS 1 bag with @foxglove/rosbag and, beside each of its messages, the CDR that was made of it: it stands in
// base64 in a JSON object, by "TOPIC NANOSECONDS". CDR is decoded by the bag's own definitions without the header's
// sequence number, which ROS 2 has not. Prints a JSON array of {key, type, ros1, cdr}, by time; those of one time in no
// order, for the reader knows none.
import { readFile } from "node:fs/promises";
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg-serialization";
import { MessageReader as CdrReader } from "@foxglove/rosmsg2-serialization";
import { Bag } from "@foxglove/rosbag";
import { FileReader } from "@foxglove/rosbag/node.js";
import { loadDecompressHandlers } from "@mcap/support";

const handlers = await loadDecompressHandlers();
const bag = new Bag(new FileReader(process.argv[2]), {
  parse: false,
  decompress: {
    lz4: (bytes, size) => handlers.lz4(bytes, BigInt(size)),
    bz2: (bytes, size) => handlers.bz2(bytes, BigInt(size)),
  },
});
await bag.open();

const made = JSON.parse(await readFile(process.argv[3], "utf8"));
const decoders = new Map();
for (const [id, connection] of bag.connections) {
  const definitions = parse(connection.messageDefinition);
  const ofRos2 = definitions.map((each) =>
    each.name === "std_msgs/Header"
      ? { ...each, definitions: each.definitions.filter((field) => field.name !== "seq") }
      : each,
  );
  decoders.set(id, { ros1: new MessageReader(definitions), cdr: new CdrReader(ofRos2) });
}

const messages = [];
for await (const message of bag.messageIterator()) {
  const { timestamp, topic, connectionId } = message;
  const key = `${topic} ${BigInt(timestamp.sec) * 1000000000n + BigInt(timestamp.nsec)}`;
  const decoder = decoders.get(connectionId);
  messages.push({
    key,
    type: bag.connections.get(connectionId).type,
    ros1: decoder.ros1.readMessage(message.data),
    cdr: key in made ? decoder.cdr.readMessage(Buffer.from(made[key], "base64")) : null,
  });
}
process.stdout.write(
  JSON.stringify(messages, (key, value) =>
    ArrayBuffer.isView(value) ? Array.from(value) : typeof value === "bigint" ? value.toString() : value,
  ),
);
