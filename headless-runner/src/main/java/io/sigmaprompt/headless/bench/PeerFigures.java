package io.sigmaprompt.headless.bench;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What native engines took on another day, and how MuJoCo in WebAssembly compares with native MuJoCo. */
final class PeerFigures {
    private static final String MUJOCO = "mujoco-forward";

    private final JsonNode root;

    private PeerFigures(JsonNode root) {
        this.root = root;
    }

    static PeerFigures shipped() {
        InputStream in =
                Objects.requireNonNull(PeerFigures.class.getResourceAsStream("peers.json"), "the peers' figures");
        return new PeerFigures(JsonMapper.shared().readTree(in));
    }

    /** Whence the figures are. */
    String source() {
        return root.get("source").asString();
    }

    /** What is assumed of WebAssembly. */
    String assumption() {
        return root.get("wasm").get("assumption").asString();
    }

    /**
     * How many times as long as ours Pinocchio's algorithm would have taken.
     *
     * @param conservative with MuJoCo in WebAssembly as much slower than native as it may be
     * @param optimistic with it as little slower as it may be
     */
    record Estimate(double conservative, double optimistic) {}

    /**
     * Pinocchio against us, through MuJoCo, which stands in both measurements.
     *
     * @param times how many times as long as our algorithm MuJoCo's forward dynamics took in turns with it
     * @return null where there are no figures of that robot or algorithm
     */
    @Nullable
    Estimate pinocchio(String robot, int nv, Algorithm algorithm, double times) {
        JsonNode figures = root.get("robots").get(robot);
        if (figures == null || figures.get("nv").asInt() != nv || !figures.has(algorithm.toString())) {
            return null;
        }
        double share = figures.get(algorithm.toString()).asDouble()
                / figures.get(MUJOCO).asDouble();
        JsonNode wasm = root.get("wasm");
        return new Estimate(
                share * times / wasm.get("greatest").asDouble(),
                share * times / wasm.get("least").asDouble());
    }

    /** All that the conversion rests on, for the record. */
    Map<String, Object> described() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", source());
        out.put("wasmLeast", root.get("wasm").get("least").asDouble());
        out.put("wasmGreatest", root.get("wasm").get("greatest").asDouble());
        out.put("wasmAssumption", assumption());
        return out;
    }
}
