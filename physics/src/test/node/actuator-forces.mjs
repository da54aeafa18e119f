// Prints the forces MuJoCo finds: node actuator-forces.mjs REQUEST, where REQUEST is JSON,
// {"xml", "states": [{"qpos", "qvel", "ctrl", "act", "activationSteps"}]}.
import fs from 'node:fs';
import loadMujoco from 'mujoco-js';

const request = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const mujoco = await loadMujoco();
mujoco.FS.writeFile('/model.xml', request.xml);
const model = mujoco.MjModel.loadFromXML('/model.xml');
const data = new mujoco.MjData(model);

const states = request.states.map(({ qpos, qvel, ctrl, act, activationSteps }) => {
  mujoco.mj_resetData(model, data);
  data.qpos.set(qpos);
  data.qvel.set(qvel);
  data.ctrl.set(ctrl);
  data.act.set(act);
  mujoco.mj_forward(model, data);
  const found = {
    force: [...data.actuator_force],
    length: [...data.actuator_length],
    joints: [...data.qfrc_actuator],
    spring: [...data.qfrc_spring],
    damper: [...data.qfrc_damper],
  };
  for (let i = 0; i < activationSteps; i++) {
    mujoco.mj_step(model, data);
  }
  return { ...found, act: [...data.act] };
});
process.stdout.write(JSON.stringify({ timestep: model.opt.timestep, bias: [...model.actuator_biasprm], states }));
