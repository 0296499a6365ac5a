package dev.winnow.engine;

import dev.winnow.model.Nearest;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case of a pack: a sentence, what is given, what is expected of one rule.
 *
 * @param sentence what it shows
 * @param rule the rule
 * @param outcome what the rule must do
 * @param expect the details expected; null if the outcome is all
 * @param given the facts; null for none
 * @param background facts that all cases of the file share; null for none
 * @param node where it stands
 */
record WorkedExample(
        String sentence,
        String rule,
        Expected outcome,
        @Nullable Node expect,
        @Nullable Node given,
        @Nullable Node background,
        Node node) {

    /** What a rule may be expected to do. */
    enum Expected {
        FIRES("fires"),
        DOES_NOT_FIRE("does not fire"),
        CANNOT_SAY("cannot say");

        private final String words;

        Expected(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static @Nullable Expected of(String words) {
            return Arrays.stream(values())
                    .filter(expected -> expected.words.equals(words))
                    .findFirst()
                    .orElse(null);
        }

        static List<String> all() {
            return Arrays.stream(values()).map(Expected::words).toList();
        }
    }

    private static final List<String> DETAILS = List.of("outcome", "share", "reason", "missing", "also");

    /** The cases of one file; what is wrong goes to the problems. */
    static List<WorkedExample> read(Node file, Collection<String> rules, List<Problem> problems) {
        List<WorkedExample> examples = new ArrayList<>();
        if (!file.isMap()) {
            problems.add(file.problem("a file of cases holds `cases:` with a list", null));
            return examples;
        }
        file.allow("a file of cases", List.of("background", "cases"), problems);
        Node background = file.map("background", problems);
        for (Node node : file.list("cases", problems)) {
            WorkedExample example = readOne(node, background, rules, problems);
            if (example != null) {
                examples.add(example);
            }
        }
        return examples;
    }

    private static @Nullable WorkedExample readOne(
            Node node, @Nullable Node background, Collection<String> rules, List<Problem> problems) {
        if (!node.isMap()) {
            problems.add(node.problem("a case has `case`, `rule`, `given` and `expect`", null));
            return null;
        }
        node.allow("a case", List.of("case", "rule", "given", "expect", "note"), problems);
        String sentence = node.requiredText("a case", "case", problems);
        String rule = node.requiredText("a case", "rule", problems);
        Node expect = node.get("expect");
        Expected outcome = outcome(node, expect, problems);
        Node given = node.map("given", problems);
        Node ruleNode = node.get("rule");
        if (rule != null && !rules.contains(rule) && ruleNode != null) {
            problems.add(ruleNode.problem("there is no rule `" + rule + "`", Nearest.advice(rule, rules)));
            return null;
        }
        return sentence == null || rule == null || outcome == null
                ? null
                : new WorkedExample(
                        sentence,
                        rule,
                        outcome,
                        expect != null && expect.isMap() ? expect : null,
                        given,
                        background,
                        node);
    }

    private static @Nullable Expected outcome(Node node, @Nullable Node expect, List<Problem> problems) {
        if (expect == null) {
            problems.add(node.problem("a case needs `expect`", "maybe `expect: fires`?"));
            return null;
        }
        Node word = expect;
        if (expect.isMap()) {
            expect.allow("`expect`", DETAILS, problems);
            Node said = expect.get("outcome");
            if (said == null) {
                problems.add(expect.problem("`expect` needs `outcome`", "maybe `outcome: fires`?"));
                return null;
            }
            word = said;
        }
        Expected outcome = Expected.of(word.text());
        if (outcome == null) {
            problems.add(word.problem(
                    "a rule `fires`, `does not fire` or `cannot say`, not `" + word.text() + "`",
                    Nearest.advice(word.text(), Expected.all())));
        }
        return outcome;
    }
}
