package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import tools.jackson.databind.JsonNode;

/** One state of the reference data, permuted to the model's order: angular first, joints depth-first. */
record ReferenceState(RobotModel model, JsonNode robot, JsonNode state) {

    double[] q() {
        double[] q = new double[model.nq()];
        if (model.floatingBase()) {
            System.arraycopy(Corpus.numbers(state.get("base_pos")), 0, q, 0, 3);
            System.arraycopy(Corpus.numbers(state.get("base_quat_xyzw")), 0, q, 3, 4);
        }
        int i = 0;
        for (JsonNode joint : robot.get("joints")) {
            q[model.qIndex(joint(joint))] = state.get("q").get(i).asDouble();
            i++;
        }
        return q;
    }

    /** A vector of length nv, from the reference's order to the model's. */
    double[] vector(String field) {
        double[] given = Corpus.numbers(state.get(field));
        int[] order = order();
        double[] out = new double[model.nv()];
        for (int k = 0; k < out.length; k++) {
            out[order[k]] = given[k];
        }
        return out;
    }

    /** The mass matrix, row-major, in the model's order. */
    double[] massMatrix() {
        int nv = model.nv();
        int[] order = order();
        double[] out = new double[nv * nv];
        for (int r = 0; r < nv; r++) {
            for (int c = 0; c < nv; c++) {
                out[order[r] * nv + order[c]] =
                        state.get("mass_matrix").get(r).get(c).asDouble();
            }
        }
        return out;
    }

    double number(String field) {
        return state.get(field).asDouble();
    }

    double[] numbers(String field) {
        return Corpus.numbers(state.get(field));
    }

    /** Six numbers that the reference gives linear first. */
    double[] angularFirst(String field) {
        double[] given = numbers(field);
        return new double[] {given[3], given[4], given[5], given[0], given[1], given[2]};
    }

    /** The Jacobian of the reference's frame, 6 x nv, row-major, rows and columns in the model's order. */
    double[] frameJacobian() {
        int nv = model.nv();
        int[] order = order();
        double[] out = new double[6 * nv];
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < nv; c++) {
                out[(r + 3) % 6 * nv + order[c]] =
                        state.get("frame_jacobian").get(r).get(c).asDouble();
            }
        }
        return out;
    }

    private int[] order() {
        int[] order = new int[model.nv()];
        if (model.floatingBase()) {
            for (int k = 0; k < 6; k++) {
                order[k] = (k + 3) % 6;
            }
        }
        for (JsonNode joint : robot.get("joints")) {
            order[joint.get("v_index").asInt()] = model.vIndex(joint(joint));
        }
        return order;
    }

    private int joint(JsonNode joint) {
        return model.jointIndex(joint.get("name").asString());
    }
}
