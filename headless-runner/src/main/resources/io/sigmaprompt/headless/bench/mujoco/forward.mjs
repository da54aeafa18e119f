// MuJoCo's forward dynamics for `sigma bench dynamics`: one JSON request a line comes in, one JSON answer a line goes out.
//   {"model": MJCF, "joints": [NAME...], "states": [{"base": [...], "q": [...], "v": [...], "tau": [...]}...]}
//       -> {"version", "acceleration": [[...]...]}, the joints' accelerations in each state
//   {"milliseconds": N} -> {"nanoseconds": per call, "calls"}
// "base" is position, quaternion (x, y, z, w), velocity (linear, angular) and force (force, moment) as MuJoCo takes them.
import { createInterface } from 'node:readline';
import loadMujoco from 'mujoco-js';

const JOINT = 3;
const CALLS_BETWEEN_LOOKS = 20;
const mujoco = await loadMujoco();
let model;
let data;
let states;
let views;

function load(request) {
  mujoco.FS.writeFile('/robot.xml', request.model);
  model = mujoco.MjModel.loadFromXML('/robot.xml');
  data = new mujoco.MjData(model);
  const joints = request.joints.map((name) => mujoco.mj_name2id(model, JOINT, name));
  const positions = joints.map((joint) => model.jnt_qposadr[joint]);
  const freedoms = joints.map((joint) => model.jnt_dofadr[joint]);
  states = request.states.map((state) => arrange(state, positions, freedoms));
  // Each look at a field makes a new view, so they are taken once.
  views = { qpos: data.qpos, qvel: data.qvel, force: data.qfrc_applied };
  const acceleration = states.map((state) => {
    forward(state);
    const qacc = data.qacc;
    return freedoms.map((freedom) => qacc[freedom]);
  });
  return { version: mujoco.mj_versionString(), acceleration };
}

function arrange(state, positions, freedoms) {
  const qpos = new Float64Array(model.nq);
  const qvel = new Float64Array(model.nv);
  const force = new Float64Array(model.nv);
  if (state.base.length > 0) {
    const [x, y, z, qx, qy, qz, qw] = state.base;
    qpos.set([x, y, z, qw, qx, qy, qz]);
    qvel.set(state.base.slice(7, 13));
    force.set(state.base.slice(13, 19));
  }
  positions.forEach((address, i) => (qpos[address] = state.q[i]));
  freedoms.forEach((address, i) => {
    qvel[address] = state.v[i];
    force[address] = state.tau[i];
  });
  return { qpos, qvel, force };
}

function forward(state) {
  views.qpos.set(state.qpos);
  views.qvel.set(state.qvel);
  views.force.set(state.force);
  mujoco.mj_forward(model, data);
}

function measure(milliseconds) {
  const begun = process.hrtime.bigint();
  const end = begun + BigInt(milliseconds) * 1000000n;
  let now = begun;
  let calls = 0;
  while (now < end) {
    for (let i = 0; i < CALLS_BETWEEN_LOOKS; i++) {
      forward(states[(calls + i) % states.length]);
    }
    calls += CALLS_BETWEEN_LOOKS;
    now = process.hrtime.bigint();
  }
  return { nanoseconds: Number(now - begun) / calls, calls };
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const request = JSON.parse(line);
    answer = request.model ? load(request) : measure(request.milliseconds);
  } catch (problem) {
    answer = { refused: String(problem?.message ?? problem) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
