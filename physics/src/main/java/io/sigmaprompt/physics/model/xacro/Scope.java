package io.sigmaprompt.physics.model.xacro;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The names that hold somewhere: properties, blocks and macros. A macro call opens a scope inside its caller's, so what
 * is not found here is looked for outside. A property is evaluated when it is first read, in the scope that defines it.
 */
final class Scope {
    private static final class Property {
        @Nullable
        String text;

        @Nullable
        Value value;

        boolean evaluating;
    }

    private final @Nullable Scope outer;
    private final BiFunction<String, Scope, Value> evaluator;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, Macro> macros = new LinkedHashMap<>();
    private final Map<String, Scope> namespaces = new LinkedHashMap<>();

    private Scope(@Nullable Scope outer, BiFunction<String, Scope, Value> evaluator) {
        this.outer = outer;
        this.evaluator = evaluator;
    }

    /** The outermost scope of a file. */
    static Scope global(BiFunction<String, Scope, Value> evaluator) {
        return new Scope(null, evaluator);
    }

    /** A scope inside this one. */
    Scope open() {
        return new Scope(this, evaluator);
    }

    /** The scope inside this one that {@code <xacro:include ns="…">} fills. */
    Scope namespace(String name) {
        return namespaces.computeIfAbsent(name, key -> open());
    }

    /** Whether {@code other} is this scope or around it. */
    boolean isWithin(Scope other) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at == other) {
                return true;
            }
        }
        return false;
    }

    Scope outerOrSelf() {
        return outer == null ? this : outer;
    }

    Scope outermost() {
        Scope at = this;
        while (at.outer != null) {
            at = at.outer;
        }
        return at;
    }

    /** Defines a property whose text is evaluated when it is first read. */
    void defineLazily(String name, String text) {
        Value literal = Value.ofLiteral(text);
        if (literal instanceof Value.Text unquoted && unquoted.value().contains("$")) {
            Property property = new Property();
            property.text = unquoted.value();
            properties.put(name, property);
        } else {
            define(name, literal);
        }
    }

    void define(String name, Value value) {
        Property property = new Property();
        property.value = value instanceof Value.Text text ? Value.ofLiteral(text.value()) : value;
        properties.put(name, property);
    }

    /** The value of a property in this scope or around it, or null. */
    @Nullable
    Value property(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            Property property = at.properties.get(name);
            if (property != null) {
                return at.valueOf(name, property);
            }
            int dot = name.indexOf('.');
            Scope space = dot < 0 ? null : at.namespaces.get(name.substring(0, dot));
            if (space != null) {
                return space.property(name.substring(dot + 1));
            }
        }
        return null;
    }

    private Value valueOf(String name, Property property) {
        if (property.value == null) {
            if (property.evaluating || property.text == null) {
                throw new ExpressionException(
                        "the property '" + name + "' is defined in terms of itself", "Break the cycle of properties");
            }
            property.evaluating = true;
            try {
                Value value = evaluator.apply(property.text, this);
                property.value = value instanceof Value.Text text ? Value.ofLiteral(text.value()) : value;
            } finally {
                property.evaluating = false;
            }
        }
        return property.value;
    }

    /** Whether the property is defined here or around, evaluable or not. */
    boolean hasProperty(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            if (at.properties.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    Set<String> propertyNames() {
        Set<String> names = new TreeSet<>();
        for (Scope at = this; at != null; at = at.outer) {
            names.addAll(at.properties.keySet());
        }
        return names;
    }

    void defineBlock(String name, Block block) {
        blocks.put(name, block);
    }

    @Nullable
    Block block(String name) {
        Block block = blocks.get(name);
        return block != null || outer == null ? block : outer.block(name);
    }

    void defineMacro(Macro macro) {
        macros.put(macro.name(), macro);
    }

    /** The macro of that name, which may lead into namespaces by dots, or null. */
    @Nullable
    Macro macro(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            Macro macro = at.macros.get(name);
            if (macro != null) {
                return macro;
            }
            int dot = name.indexOf('.');
            Scope space = dot < 0 ? null : at.namespaces.get(name.substring(0, dot));
            if (space != null) {
                return space.macro(name.substring(dot + 1));
            }
        }
        return null;
    }

    Set<String> macroNames() {
        Set<String> names = new TreeSet<>();
        for (Scope at = this; at != null; at = at.outer) {
            names.addAll(at.macros.keySet());
            at.namespaces.forEach(
                    (space, scope) -> scope.macros.keySet().forEach(name -> names.add(space + "." + name)));
        }
        return names;
    }
}
