// Prints what MuJoCo makes of models: node describe-model.mjs REQUEST, where REQUEST is JSON,
// {"files": [paths beside each model], "models": [{"path", "qpos": [[…]]}]}.
import fs from 'node:fs';
import path from 'node:path';
import loadMujoco from 'mujoco-js';

const request = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const mujoco = await loadMujoco();

function copyFolder(folder, target) {
  mujoco.FS.mkdir(target);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const from = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      copyFolder(from, `${target}/${entry.name}`);
    } else {
      mujoco.FS.writeFile(`${target}/${entry.name}`, fs.readFileSync(from));
    }
  }
}

function names(model, addresses) {
  return Array.from(addresses, (start) => {
    let end = start;
    while (model.names[end] !== 0) {
      end++;
    }
    return String.fromCharCode(...Array.from(model.names).slice(start, end));
  });
}

function state(model, data, qpos) {
  data.qpos.set(qpos);
  mujoco.mj_forward(model, data);
  const full = new mujoco.DoubleBuffer(model.nv * model.nv);
  mujoco.mj_fullM(model, full, data.qM);
  return {
    qpos,
    xpos: [...data.xpos],
    xquat: [...data.xquat],
    massMatrix: [...full.GetView()],
    siteXpos: [...data.site_xpos],
  };
}

function describe({ path: file, qpos }, index) {
  const folder = `/model${index}`;
  copyFolder(path.dirname(file), folder);
  const model = mujoco.MjModel.loadFromXML(`${folder}/${path.basename(file)}`);
  const data = new mujoco.MjData(model);
  return {
    nq: model.nq,
    nv: model.nv,
    bodies: names(model, model.name_bodyadr),
    joints: names(model, model.name_jntadr),
    jointType: [...model.jnt_type],
    jointRange: [...model.jnt_range],
    jointLimited: [...model.jnt_limited],
    stiffness: [...model.jnt_stiffness],
    springReference: [...model.qpos_spring],
    damping: [...model.dof_damping],
    armature: [...model.dof_armature],
    friction: [...model.dof_frictionloss],
    mass: [...model.body_mass],
    inertia: [...model.body_inertia],
    inertiaPosition: [...model.body_ipos],
    inertiaRotation: [...model.body_iquat],
    reference: [...model.qpos0],
    gear: [...model.actuator_gear],
    controlRange: [...model.actuator_ctrlrange],
    forceRange: [...model.actuator_forcerange],
    gain: [...model.actuator_gainprm],
    bias: [...model.actuator_biasprm],
    dynamics: [...model.actuator_dynprm],
    keyQpos: [...model.key_qpos],
    geomFriction: [...model.geom_friction],
    geomSoftness: [...model.geom_solimp],
    sensors: model.nsensor,
    equalities: model.neq,
    states: (qpos ?? []).map((q) => state(model, data, q)),
  };
}

process.stdout.write(JSON.stringify(request.models.map(describe)));
