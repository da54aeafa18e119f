package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.resource.PackagePath;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The commands inside {@code $(…)}: arg, find, env, optenv, anon, dirname and cwd, as roslaunch defines them. */
final class Substitutions {
    private static final List<String> COMMANDS =
            List.of("arg", "find", "env", "optenv", "eval", "dirname", "cwd", "anon");

    private final Map<String, String> arguments;
    private final PackagePath packages;
    private final UnaryOperator<@Nullable String> environment;
    private final Set<String> unused;
    private Path file;
    private boolean lenient;

    Substitutions(
            Path file,
            Map<String, String> arguments,
            PackagePath packages,
            UnaryOperator<@Nullable String> environment) {
        this.file = file;
        this.arguments = new LinkedHashMap<>(arguments);
        this.unused = new LinkedHashSet<>(arguments.keySet());
        this.packages = packages;
        this.environment = environment;
    }

    /**
     * Says where the text to come stands.
     *
     * @param meshReference whether an unknown package is left to whoever looks for the mesh
     */
    void at(Path currentFile, boolean meshReference) {
        file = currentFile;
        lenient = meshReference;
    }

    /** Notes that the document knows an argument, whether or not it has a default. */
    void declare(String name) {
        unused.remove(name);
    }

    /** Arguments that were given and neither declared nor read. */
    List<String> unusedArguments() {
        return List.copyOf(unused);
    }

    void defaultArgument(String name, String value) {
        arguments.putIfAbsent(name, value);
    }

    boolean hasArgument(String name) {
        return arguments.containsKey(name);
    }

    /** Inside {@code $(eval …)} arguments are names too. */
    Scope evalScope(Scope scope) {
        Scope inner = scope.open();
        unused.clear();
        arguments.forEach((name, value) -> inner.define(name, Value.ofLiteral(value)));
        return inner;
    }

    /**
     * What a command stands for.
     *
     * @param after the text behind the closing parenthesis, which helps to tell the right package folder
     */
    String resolve(String command, String after) {
        String[] words = command.split("\\s+", 3);
        String subject = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "arg" -> argument(subject);
            case "find" -> packageFolder(subject, after);
            case "env" -> {
                String value = environment.apply(subject);
                if (value == null) {
                    throw new ExpressionException(
                            "the environment variable '" + subject + "' is not set",
                            "Set it, or use $(optenv " + subject + " default)");
                }
                yield value;
            }
            case "optenv" -> {
                String value = environment.apply(subject);
                yield value != null ? value : words.length > 2 ? words[2] : "";
            }
            case "anon" -> subject;
            case "dirname" -> folder(file).toString();
            case "cwd" -> Path.of("").toAbsolutePath().toString();
            default ->
                throw new ExpressionException(
                        "there is no substitution $(" + words[0] + " …)" + Suggestion.phrase(words[0], COMMANDS),
                        "The substitutions are " + COMMANDS);
        };
    }

    private String argument(String name) {
        unused.remove(name);
        String value = arguments.get(name);
        if (value == null) {
            throw new ExpressionException(
                    "the argument '" + name + "' has no value" + Suggestion.phrase(name, arguments.keySet()),
                    "Pass it as " + name + ":=VALUE, or declare <xacro:arg name=\"" + name
                            + "\" default=\"…\"/> before");
        }
        return value;
    }

    private String packageFolder(String name, String after) {
        boolean plain = after.startsWith("/") && after.indexOf('$') < 0;
        Path found = plain ? packages.find(name, after.substring(1)) : null;
        if (found == null) {
            found = packages.find(name, "");
        }
        if (found != null) {
            return found.toString();
        }
        if (lenient) {
            return "package://" + name;
        }
        throw new ExpressionException(
                "the package '" + name + "' is not found"
                        + (plain ? ", nor a folder that has '" + after.substring(1) + "'" : ""),
                "Put the folder '" + name + "' beside the description or name its parent in SIGMA_PACKAGE_PATH");
    }

    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
