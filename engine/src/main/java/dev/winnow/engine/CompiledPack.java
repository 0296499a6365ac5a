package dev.winnow.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;

/** The rules of a pack, compiled in both readings. Thread-safe. */
final class CompiledPack {

    /**
     * A rule in one reading.
     *
     * @param rule the rule
     * @param number its place in the pack
     * @param reading the reading
     */
    record Named(CheckedRule rule, int number, Reading reading) {}

    private final List<CheckedRule> rules;
    private final KieBase base;
    private final Map<String, Named> named = new HashMap<>();

    CompiledPack(List<CheckedRule> rules, KieBase base) {
        this.rules = List.copyOf(rules);
        this.base = base;
        for (int i = 0; i < rules.size(); i++) {
            for (Reading reading : Reading.values()) {
                named.put(reading.name(rules.get(i).id()), new Named(rules.get(i), i, reading));
            }
        }
    }

    static CompiledPack of(String name, List<CheckedRule> rules) {
        Map<String, StringBuilder> files = new java.util.TreeMap<>();
        for (CheckedRule rule : rules) {
            StringBuilder file =
                    files.computeIfAbsent(rule.rule().criterion(), criterion -> Drl.header(name, criterion));
            for (Reading reading : Reading.values()) {
                file.append(Rewriter.write(rule, reading));
            }
        }
        List<String> texts = new ArrayList<>();
        files.values().forEach(file -> texts.add(file.toString()));
        return new CompiledPack(rules, Compiler.compile(name, texts));
    }

    List<CheckedRule> rules() {
        return rules;
    }

    KieBase base() {
        return base;
    }

    Named named(String ruleName) {
        Named found = named.get(ruleName);
        if (found == null) {
            throw new IllegalStateException("unknown rule " + ruleName);
        }
        return found;
    }
}
