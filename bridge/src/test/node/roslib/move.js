// Moves one joint of a robot behind rosbridge and waits until the robot says it is there.
// Usage: node move.js ws://HOST:PORT 1|2 JOINT GOAL
'use strict';
const ROSLIB = require('roslib');

const [url, version, joint, goalText] = process.argv.slice(2);
const goal = Number(goalText);
const ros1 = version === '1';
const type = (pack, name) => (ros1 ? `${pack}/${name}` : `${pack}/msg/${name}`);
const time = (sec, nsec) => (ros1 ? { secs: sec, nsecs: nsec } : { sec: sec, nanosec: nsec });

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

setTimeout(() => fail('the robot did not arrive within 20 s'), 20000);

const ros = new ROSLIB.Ros({ url });
ros.on('error', (error) => fail(`connection: ${error.message || error}`));
ros.on('connection', () => {
  const states = new ROSLIB.Topic({ ros, name: '/joint_states', messageType: type('sensor_msgs', 'JointState') });
  const commands = new ROSLIB.Topic({
    ros,
    name: '/joint_trajectory_controller/joint_trajectory',
    messageType: type('trajectory_msgs', 'JointTrajectory'),
  });
  let seen = 0;
  let lastStamp = -1;
  states.subscribe((message) => {
    const stamp = message.header.stamp;
    const seconds = ros1 ? stamp.secs + stamp.nsecs * 1e-9 : stamp.sec + stamp.nanosec * 1e-9;
    if (ros1 !== Number.isInteger(message.header.seq)) {
      fail(`header.seq is ${message.header.seq}`);
    }
    if (!(seconds > lastStamp)) {
      fail(`stamp ${seconds} after ${lastStamp}`);
    }
    lastStamp = seconds;
    const at = message.position[message.name.indexOf(joint)];
    if (seen++ === 0) {
      commands.publish(
        new ROSLIB.Message({
          header: Object.assign(ros1 ? { seq: 0 } : {}, { stamp: time(0, 0), frame_id: '' }),
          joint_names: [joint],
          points: [
            { positions: [goal], velocities: [0], accelerations: [0], effort: [], time_from_start: time(1, 0) },
          ],
        })
      );
    }
    if (Math.abs(at - goal) < 0.01) {
      states.unsubscribe();
      ros.getTopicType('/joint_states', (found) => {
        console.log(JSON.stringify({ arrived: at, seconds, messages: seen, type: found }));
        process.exit(0);
      }, fail);
    }
  });
});
