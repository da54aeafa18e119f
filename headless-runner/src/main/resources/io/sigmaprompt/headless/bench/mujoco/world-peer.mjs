// MuJoCo's steps for `sigma bench world`: one JSON request a line comes in, one JSON answer a line goes out.
//   {"file": PATH, "keyframe": NAME or null, "seed": N, "amplitude": A}
//       -> {"version", "timestep", "nv", "nu", "bodies", "keyframe": NUMBER or null, "height"}; starts anew from the
//          first keyframe, where there is one and no other is named; an empty name is the model's reference. With an
//          amplitude, each step has new random controls from [-A, A). The height is the bodies' mean, in m.
//   {"steps": N} -> {"contacts", "iterations", "height"} of the last one
//   {"mark": true} -> {}; what {"steps": N, "repeats": M} comes back to, each time before N steps -> {"nanoseconds": of
//          all those steps}
//   {"rewind": true} -> {}; comes back to the mark
//   {"residual": true} takes one step
//       -> {"step", "impulse", "velocity", "freeVelocity", "gap", "friction", "iterations"} of its contacts: impulses on
//          the second body in N s and the velocities of the second body's point against the first's after the step, with
//          and without the contacts' impulses, 3 a contact (normal, tangents)
import { existsSync, readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import loadMujoco from 'mujoco-js';

// MuJoCo's enumerations, as of the version that is pinned.
const KEYFRAME = 24;
const STATE_OF_INTEGRATION = 8191;
const MASK = (1n << 64n) - 1n;
// Standard output is for answers.
const said = [];
const mujoco = await loadMujoco({ print: (text) => said.push(text), printErr: (text) => said.push(text) });
let model;
let data;
let random;
let amplitude;
let mark;

// SplitMix64, number by number the one of the Java side.
function symmetric() {
  random = (random + 0x9e3779b97f4a7c15n) & MASK;
  let z = random;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
  z ^= z >> 31n;
  return 2 * (Number(z >> 11n) * 2 ** -53) - 1;
}

// Puts a file, and those that it names, where MuJoCo finds them; what is not there MuJoCo will miss by itself.
function place(file, as, seen) {
  if (seen.has(as) || !existsSync(file)) {
    return;
  }
  seen.add(as);
  const bytes = readFileSync(file);
  mujoco.FS.mkdirTree(posix.dirname(as));
  mujoco.FS.writeFile(as, bytes);
  if (as.endsWith('.xml')) {
    const text = bytes.toString('utf8');
    const folders = [...text.matchAll(/\b(?:mesh|texture|asset)dir\s*=\s*["']([^"']*)["']/g)].map((match) => match[1]);
    for (const [, name] of text.matchAll(/\bfile\s*=\s*["']([^"']+)["']/g)) {
      for (const folder of ['', ...folders]) {
        const relative = posix.join(folder, name);
        place(resolve(dirname(file), relative), posix.join(posix.dirname(as), relative), seen);
      }
    }
  }
}

function load(request) {
  if (model) {
    throw new Error('it has a scene already');
  }
  // Room above it for files beside the scene's folder.
  const scene = '/a/b/c/scene.xml';
  place(request.file, scene, new Set());
  try {
    model = mujoco.MjModel.loadFromXML(scene);
  } catch (problem) {
    throw new Error(['it cannot read the scene', ...said, String(problem?.message ?? problem)].join(': '));
  }
  data = new mujoco.MjData(model);
  const named = request.keyframe ?? null;
  const key = named === null ? 0 : named === '' ? -1 : mujoco.mj_name2id(model, KEYFRAME, named);
  if (named && key < 0) {
    throw new Error('it knows no keyframe ' + named);
  }
  const starts = key >= 0 && key < model.nkey;
  if (starts) {
    mujoco.mj_resetDataKeyframe(model, data, key);
  }
  mujoco.mj_kinematics(model, data);
  random = BigInt(request.seed);
  amplitude = model.nu > 0 ? request.amplitude : 0;
  return {
    version: mujoco.mj_versionString(),
    timestep: model.opt.timestep,
    nv: model.nv,
    nu: model.nu,
    bodies: model.nbody - 1,
    keyframe: starts ? key : null,
    height: height(),
  };
}

// Made before the clock runs.
function controls(steps) {
  return amplitude > 0 ? Float64Array.from({ length: steps * model.nu }, () => amplitude * symmetric()) : undefined;
}

function advance(steps, controls) {
  const nu = model.nu;
  let view = data.ctrl;
  for (let step = 0; step < steps; step++) {
    if (controls) {
      // Where MuJoCo's memory has grown, the view is of none.
      view = view.length === nu ? view : data.ctrl;
      for (let i = 0; i < nu; i++) {
        view[i] = controls[step * nu + i];
      }
    }
    mujoco.mj_step(model, data);
  }
}

function iterations() {
  const counts = data.solver_niter;
  return Math.max(...counts.slice(0, Math.min(counts.length, Math.max(1, data.nisland))));
}

function height() {
  const positions = data.xpos;
  let sum = 0;
  for (let body = 1; body < model.nbody; body++) {
    sum += positions[3 * body + 2];
  }
  return sum / (model.nbody - 1);
}

function run(steps) {
  advance(steps, controls(steps));
  return { contacts: data.ncon, iterations: iterations(), height: height() };
}

// All that the steps to come depend on, the solver's warm start included.
function setMark() {
  const state = new mujoco.DoubleBuffer(mujoco.mj_stateSize(model, STATE_OF_INTEGRATION));
  mujoco.mj_getState(model, data, state, STATE_OF_INTEGRATION);
  mark = { state: Array.from(state.GetView()), random };
  state.delete();
  return {};
}

function rewind() {
  mujoco.mj_setState(model, data, mark.state, STATE_OF_INTEGRATION);
  random = mark.random;
  return {};
}

function measure(steps, repeats) {
  let nanoseconds = 0;
  for (let i = 0; i < repeats; i++) {
    rewind();
    const given = controls(steps);
    const begun = process.hrtime.bigint();
    advance(steps, given);
    nanoseconds += Number(process.hrtime.bigint() - begun);
  }
  return { nanoseconds };
}

function residual() {
  const { nv } = model;
  const step = model.opt.timestep;
  const before = Float64Array.from(data.qvel);
  advance(1, controls(1));
  const after = Float64Array.from(data.qvel);
  const smooth = data.qacc_smooth;
  const free = before.map((v, i) => v + step * smooth[i]);
  const jacobians = [new mujoco.DoubleBuffer(3 * nv), new mujoco.DoubleBuffer(3 * nv)];
  const unused = new mujoco.DoubleBuffer(3 * nv);
  const force = new mujoco.DoubleBuffer(6);
  // A copy: when MuJoCo's memory grows, views are of none.
  const bodyOf = Int32Array.from(model.geom_bodyid);
  const out = { step, impulse: [], velocity: [], freeVelocity: [], gap: [], friction: [], iterations: iterations() };
  const contacts = data.contact;
  for (let c = 0; c < data.ncon; c++) {
    const contact = contacts.get(c);
    if (contact.efc_address < 0) {
      continue;
    }
    const point = Array.from(contact.pos);
    mujoco.mj_jac(model, data, jacobians[0], unused, point, bodyOf[contact.geom1]);
    mujoco.mj_jac(model, data, jacobians[1], unused, point, bodyOf[contact.geom2]);
    mujoco.mj_contactForce(model, data, c, force);
    const [first, second] = jacobians.map((each) => Float64Array.from(each.GetView()));
    const frame = Array.from(contact.frame);
    const relative = (velocity) => {
      const world = [0, 1, 2].map((row) => {
        let sum = 0;
        for (let i = 0; i < nv; i++) {
          sum += (second[row * nv + i] - first[row * nv + i]) * velocity[i];
        }
        return sum;
      });
      return [0, 3, 6].map((o) => frame[o] * world[0] + frame[o + 1] * world[1] + frame[o + 2] * world[2]);
    };
    out.impulse.push(...Array.from(force.GetView().slice(0, 3), (f) => f * step));
    out.velocity.push(...relative(after));
    out.freeVelocity.push(...relative(free));
    out.gap.push(contact.dist);
    out.friction.push(contact.dim === 1 ? 0 : contact.friction[0]);
  }
  [...jacobians, unused, force].forEach((buffer) => buffer.delete());
  return out;
}

function answerTo(request) {
  if (request.file) {
    return load(request);
  }
  if (request.residual) {
    return residual();
  }
  if (request.mark) {
    return setMark();
  }
  if (request.rewind) {
    return rewind();
  }
  return request.repeats ? measure(request.steps, request.repeats) : run(request.steps);
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const request = JSON.parse(line);
    answer = answerTo(request);
  } catch (problem) {
    answer = { refused: String(problem?.message ?? problem) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
