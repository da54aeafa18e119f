package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call of the command line within this process, and what came of it. */
record Call(int code, String out, String err) {
    static Call of(String... args) {
        return in(Surroundings.none(), args);
    }

    static Call in(Surroundings surroundings, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Sigma.execute(args, new PrintWriter(out), new PrintWriter(err), surroundings);
        return new Call(code, out.toString(), err.toString());
    }

    /** The one object on standard output. */
    JsonNode object() {
        assertEquals(1, out.lines().count(), () -> "one line with one object, found: " + out);
        return JsonMapper.shared().readTree(out);
    }
}
