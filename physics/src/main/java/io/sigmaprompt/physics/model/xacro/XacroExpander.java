package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.resource.PackagePath;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Expands xacro into plain XML, in document order as xacro itself does.
 *
 * <p>Elements keep the place that they have in the source; one that a macro brought also knows the call. Python's
 * lists, dictionaries, objects and YAML files are refused by name (xacro, ROS package documentation).
 */
public final class XacroExpander {
    /** Deep enough for any robot, shallow enough for the stack. */
    private static final int DEEPEST = 400;

    private static final int DEEPEST_MACRO = 100;
    private static final int MOST_ELEMENTS = 500_000;

    private final Set<String> dropped;
    private final Substitutions substitutions;
    private final TextEvaluator texts;
    private final Inclusion inclusion;
    private final MacroCall macroCall;
    private int depth;
    private int macroDepth;
    private int work;
    private @Nullable String via;

    private XacroExpander(Substitutions substitutions, Inclusion inclusion, Set<String> dropped) {
        this.substitutions = substitutions;
        this.texts = new TextEvaluator(substitutions);
        this.inclusion = inclusion;
        this.macroCall = new MacroCall(this);
        this.dropped = dropped;
    }

    /** Whether anything below {@code root} needs expansion, names in {@code dropped} apart. */
    public static boolean isUsedIn(XmlElement root, Set<String> dropped) {
        return XacroVocabulary.isUsedIn(root, dropped);
    }

    /**
     * The document without xacro.
     *
     * @param file where {@code root} was read from
     * @param arguments values for {@code $(arg …)}; they win over the defaults of {@code xacro:arg}
     * @param packages finds what {@code $(find …)} names
     * @param environment value of an environment variable, or null
     * @param dropped names of elements to leave out unexpanded, since their reader ignores them
     * @throws BadInputException naming the place, where something is undefined, cyclic, endless or not supported
     */
    public static XacroExpansion expand(
            XmlElement root,
            Path file,
            Map<String, String> arguments,
            PackagePath packages,
            UnaryOperator<@Nullable String> environment,
            Set<String> dropped) {
        Substitutions substitutions = new Substitutions(file, arguments, packages, environment);
        XacroExpander expander = new XacroExpander(substitutions, new Inclusion(file), dropped);
        try {
            if (XacroVocabulary.isInstruction(root)) {
                throw root.error("the outermost element is an instruction of xacro", "Put it inside <robot>");
            }
            List<XmlElement> out = new ArrayList<>();
            expander.expand(root, Scope.global(expander.texts::evaluate), out);
            return new XacroExpansion(out.getFirst(), substitutions.unusedArguments());
        } catch (StackOverflowError e) {
            throw new BadInputException(
                    root.location().toString(),
                    "the expressions of this xacro are nested too deeply to be evaluated",
                    "Split long expressions and chains of properties");
        }
    }

    void expandAll(List<XmlElement> elements, Scope scope, List<XmlElement> out) {
        for (XmlElement element : elements) {
            expand(element, scope, out);
        }
    }

    private void expand(XmlElement element, Scope scope, List<XmlElement> out) {
        if (dropped.contains(element.name())) {
            return;
        }
        if (++work > MOST_ELEMENTS || ++depth > DEEPEST) {
            throw here(element)
                    .error(
                            "the expansion does not end (" + work + " elements, " + depth + " deep)",
                            "Check what stops the macros that call each other");
        }
        if (XacroVocabulary.isInstruction(element)) {
            obey(element, scope, out);
        } else {
            Map<String, String> attributes = new LinkedHashMap<>();
            element.attributes().forEach((key, value) -> {
                if (!key.startsWith("xacro:")) {
                    attributes.put(key, evaluate(element, value, scope).asText());
                }
            });
            List<XmlElement> children = new ArrayList<>();
            expandAll(element.children(), scope, children);
            out.add(here(element).with(attributes, children));
        }
        depth--;
    }

    private void obey(XmlElement element, Scope scope, List<XmlElement> out) {
        String word = element.localName();
        if (scope.macro(word) != null) {
            call(element, word, scope, out);
            return;
        }
        switch (word) {
            case "property" -> defineProperty(element, scope);
            case "arg" -> {
                String name = element.requiredAttribute("name");
                String value = element.attribute("default");
                substitutions.declare(name);
                if (value != null && !substitutions.hasArgument(name)) {
                    substitutions.defaultArgument(
                            name, evaluate(element, value, scope).asText());
                }
            }
            case "macro" -> defineMacro(element, scope);
            case "include" -> include(element, scope, out);
            case "if", "unless" -> {
                if (isTrue(element, scope) == word.equals("if")) {
                    expandAll(element.children(), scope, out);
                }
            }
            case "insert_block" -> insertBlock(element, scope, out);
            case "call" -> {
                String name = required(element, "macro", scope);
                call(element, name.startsWith("xacro:") ? name.substring("xacro:".length()) : name, scope, out);
            }
            case "element", "attribute" ->
                throw here(element)
                        .error(
                                "<" + element.name() + "> is a feature of xacro that is not supported here",
                                "Run `xacro FILE > robot.urdf` where ROS is installed and open the result");
            default -> call(element, word, scope, out);
        }
    }

    private void call(XmlElement element, String name, Scope scope, List<XmlElement> out) {
        if (macroDepth >= DEEPEST_MACRO) {
            throw here(element)
                    .error(
                            "macros call each other more than " + DEEPEST_MACRO + " deep, last '" + name + "'",
                            "Give the recursion an end by <xacro:if>");
        }
        String outer = via;
        macroDepth++;
        macroCall.expand(element, name, scope, out, call -> via = call);
        macroDepth--;
        via = outer;
    }

    private void defineProperty(XmlElement element, Scope scope) {
        String name = required(element, "name", scope);
        if (!name.matches("[\\p{L}_][\\p{L}\\d_]*")) {
            throw here(element)
                    .error(
                            "'" + name + "' is no name for a property",
                            "Use letters, digits and underscores, a letter first");
        }
        String value = element.attribute("value");
        String fallback = element.attribute("default");
        Scope target =
                switch (element.attributes().getOrDefault("scope", "")) {
                    case "parent" -> scope.outerOrSelf();
                    case "global" -> scope.outermost();
                    default -> scope;
                };
        if (value != null) {
            boolean lazy = target == scope
                    && !element.attributes().getOrDefault("lazy_eval", "true").equalsIgnoreCase("false");
            if (lazy) {
                scope.defineLazily(name, value);
            } else {
                target.define(name, evaluate(element, value, scope));
            }
        } else if (fallback != null) {
            if (!target.hasProperty(name)) {
                scope.defineLazily(name, fallback);
            }
        } else if (!element.attributes().containsKey("remove")) {
            target.defineBlock(name, new Block(element.children(), false));
        }
    }

    private void defineMacro(XmlElement element, Scope scope) {
        String name = element.requiredAttribute("name");
        name = name.startsWith("xacro:") ? name.substring("xacro:".length()) : name;
        if (XacroVocabulary.WORDS.contains(name)) {
            throw here(element).error("a macro may not be called '" + name + "', a word of xacro", "Rename it");
        }
        try {
            List<MacroParameter> parameters =
                    MacroParameter.list(element.attributes().getOrDefault("params", ""));
            scope.defineMacro(new Macro(name, parameters, element, scope));
        } catch (ExpressionException e) {
            throw failed(element, "the parameters of macro '" + name + "' are wrong", e);
        }
    }

    private void include(XmlElement element, Scope scope, List<XmlElement> out) {
        String filename = required(element, "filename", scope);
        String namespace = element.attribute("ns");
        boolean optional = isTrueText(element.attributes().getOrDefault("optional", "false"));
        XmlElement root = inclusion.enter(here(element), filename, optional);
        if (root == null) {
            return;
        }
        Scope inner = namespace == null
                ? scope
                : scope.namespace(evaluate(element, namespace, scope).asText());
        expandAll(root.children(), inner, out);
        inclusion.leave();
    }

    private void insertBlock(XmlElement element, Scope scope, List<XmlElement> out) {
        String name = required(element, "name", scope);
        Block block = scope.block(name);
        if (block == null) {
            throw here(element)
                    .error(
                            "there is no block '" + name + "'",
                            "Define it as <xacro:property name=\"" + name
                                    + "\">…</xacro:property> or as the macro parameter *" + name);
        }
        if (block.expanded()) {
            out.addAll(block.elements());
        } else {
            expandAll(block.elements(), scope, out);
        }
    }

    private boolean isTrue(XmlElement element, Scope scope) {
        String condition = element.requiredAttribute("value");
        Value value = evaluate(element, condition, scope);
        if (value instanceof Value.Text text) {
            Value literal = Value.ofLiteral(text.value().strip());
            if (literal instanceof Value.Text || literal instanceof Value.Real) {
                throw here(element)
                        .error(
                                "the condition '" + condition + "' is '" + text.value() + "', neither true nor false",
                                "Use true, false, a whole number or a comparison; texts compare as ${name == 'text'}");
            }
            return literal.isTrue();
        }
        return value.isTrue();
    }

    private static boolean isTrueText(String text) {
        return text.strip().equalsIgnoreCase("true") || text.strip().equals("1");
    }

    private String required(XmlElement element, String attribute, Scope scope) {
        return evaluate(element, here(element).requiredAttribute(attribute), scope)
                .asText();
    }

    Value evaluate(XmlElement element, String text, Scope scope) {
        if (text.indexOf('$') < 0) {
            return new Value.Text(text);
        }
        boolean mesh = element.localName().equals("mesh") || element.localName().equals("texture");
        substitutions.at(Path.of(element.location().file()), mesh);
        try {
            return texts.evaluate(text, scope);
        } catch (ExpressionException e) {
            throw failed(element, "'" + text + "' cannot be evaluated", e);
        }
    }

    /** The element, knowing the macro call that is being expanded. */
    XmlElement here(XmlElement element) {
        return via == null ? element : element.via(via);
    }

    private BadInputException failed(XmlElement element, String what, ExpressionException e) {
        return here(element).error(what + ": " + e.problem(), e.remedy());
    }
}
