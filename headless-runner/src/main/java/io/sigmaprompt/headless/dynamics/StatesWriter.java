package io.sigmaprompt.headless.dynamics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a file of states: a field of a state a line, numbers with all their digits, null for what is no number. */
final class StatesWriter {
    private final Writer out;

    StatesWriter(Writer out) {
        this.out = out;
    }

    /** Begins the file with what holds of all states. */
    void head(Map<String, ?> fields, List<? extends Map<String, ?>> joints) {
        write("{\n ");
        String comma = "";
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            write(comma);
            field(field.getKey(), field.getValue());
            comma = ",";
        }
        write(comma + "\n \"joints\":");
        value(joints);
        write(",\n \"states\":[");
    }

    /** Adds a state. */
    void state(Map<String, ?> fields, boolean first) {
        write(first ? "\n  {" : ",\n  {");
        String comma = "";
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            write(comma + "\n   ");
            field(field.getKey(), field.getValue());
            comma = ",";
        }
        write("\n  }");
    }

    void end() {
        write("\n ]\n}\n");
    }

    private void field(String name, @Nullable Object value) {
        text(name);
        write(":");
        value(value);
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> write("null");
            case String text -> text(text);
            case Double number -> write(Double.isFinite(number) ? number.toString() : "null");
            case double[] numbers -> {
                write("[");
                for (int i = 0; i < numbers.length; i++) {
                    write(i == 0 ? "" : ",");
                    value(numbers[i]);
                }
                write("]");
            }
            case double[][] rows -> list(List.of(rows));
            case List<?> items -> list(items);
            case Map<?, ?> fields -> {
                write("{");
                String comma = "";
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    write(comma);
                    field(String.valueOf(field.getKey()), field.getValue());
                    comma = ",";
                }
                write("}");
            }
            default -> write(value.toString());
        }
    }

    private void list(List<?> items) {
        write("[");
        for (int i = 0; i < items.size(); i++) {
            write(i == 0 ? "" : ",");
            value(items.get(i));
        }
        write("]");
    }

    private void text(String text) {
        write(JsonMapper.shared().writeValueAsString(text));
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
