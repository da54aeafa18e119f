package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Binds the arguments of a macro call and expands the macro's body with them. */
final class MacroCall {
    private final XacroExpander expander;

    MacroCall(XacroExpander expander) {
        this.expander = expander;
    }

    /**
     * Expands one call.
     *
     * @param entered told the call's description once the arguments are bound and the body begins
     */
    void expand(XmlElement call, String name, Scope scope, List<XmlElement> out, Consumer<String> entered) {
        Macro macro = scope.macro(name);
        if (macro == null) {
            throw unknown(call, name, scope);
        }
        Scope inner = (scope.isWithin(macro.scope()) ? scope : macro.scope()).open();
        refuseUnknown(call, macro);
        // Blocks belong to the caller: they are expanded with the caller's names.
        List<XmlElement> blocks = new ArrayList<>();
        expander.expandAll(call.children(), scope, blocks);
        Iterator<XmlElement> nextBlock = blocks.iterator();
        for (MacroParameter parameter : macro.parameters()) {
            if (parameter.kind() == MacroParameter.Kind.VALUE) {
                inner.define(parameter.name(), value(call, macro, parameter, scope));
            } else if (nextBlock.hasNext()) {
                XmlElement block = nextBlock.next();
                boolean content = parameter.kind() == MacroParameter.Kind.CONTENT;
                inner.defineBlock(parameter.name(), new Block(content ? block.children() : List.of(block), true));
            } else {
                throw expander.here(call)
                        .error(
                                "macro '" + name + "' needs a child element for its block '" + parameter.name()
                                        + "', found " + blocks.size() + " of "
                                        + macro.parameters().stream()
                                                .filter(p -> p.kind() != MacroParameter.Kind.VALUE)
                                                .count(),
                                "Put the block inside the call");
            }
        }
        if (nextBlock.hasNext()) {
            XmlElement extra = nextBlock.next();
            throw expander.here(call)
                    .error(
                            "macro '" + name + "' takes no block <" + extra.name() + ">",
                            "Remove it, or add a block parameter to the macro");
        }
        entered.accept("in macro '" + name + "' called at " + call.location());
        expander.expandAll(macro.definition().children(), inner, out);
    }

    private Value value(XmlElement call, Macro macro, MacroParameter parameter, Scope scope) {
        String given = call.attribute(parameter.name());
        if (given != null) {
            return expander.evaluate(call, given, scope);
        }
        if (parameter.forwarded() && scope.hasProperty(parameter.name())) {
            return expander.evaluate(call, "${" + parameter.name() + "}", scope);
        }
        String fallback = parameter.fallback();
        if (fallback != null) {
            return expander.evaluate(call, fallback, scope);
        }
        throw expander.here(call)
                .error(
                        "macro '" + macro.name() + "' needs the parameter '" + parameter.name() + "'"
                                + (parameter.forwarded() ? ", which is not defined around the call either" : ""),
                        "Add " + parameter.name() + "=\"…\" to the call");
    }

    private void refuseUnknown(XmlElement call, Macro macro) {
        Set<String> known = new TreeSet<>();
        for (MacroParameter parameter : macro.parameters()) {
            if (parameter.kind() == MacroParameter.Kind.VALUE) {
                known.add(parameter.name());
            }
        }
        for (String key : call.attributes().keySet()) {
            boolean dispatch = call.localName().equals("call") && key.equals("macro");
            if (!known.contains(key) && !dispatch) {
                throw expander.here(call)
                        .error(
                                "macro '" + macro.name() + "' has no parameter '" + key + "'"
                                        + Suggestion.phrase(key, known),
                                known.isEmpty() ? "Remove it" : "Its parameters are " + known);
            }
        }
    }

    private RuntimeException unknown(XmlElement call, String name, Scope scope) {
        Set<String> known = new TreeSet<>(XacroVocabulary.WORDS);
        known.addAll(scope.macroNames());
        return expander.here(call)
                .error(
                        "there is no macro or instruction '" + name + "'" + Suggestion.phrase(name, known),
                        "Define the macro, or include the file that does, before the call");
    }
}
