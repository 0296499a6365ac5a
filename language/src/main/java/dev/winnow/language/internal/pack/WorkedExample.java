package dev.winnow.language.internal.pack;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A worked example, or case, of a pack: a sentence, the given facts, and the outcome expected of one rule.
 *
 * @param sentence the claim it makes
 * @param rule the id of the rule
 * @param outcome the expected outcome
 * @param expect the expected details; null if only the outcome is expected
 * @param given the facts; null for none
 * @param background facts that all cases of the file share; null for none
 * @param node its place in the file
 */
public record WorkedExample(
        String sentence,
        String rule,
        Expected outcome,
        @Nullable Node expect,
        @Nullable Node given,
        @Nullable Node background,
        Node node) {

    /** The expected outcome of a rule. */
    public enum Expected {
        FIRES("fires"),
        DOES_NOT_FIRE("does not fire"),
        CANNOT_SAY("cannot say");

        private final String words;

        Expected(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static @Nullable Expected of(String words) {
            return Arrays.stream(values())
                    .filter(expected -> expected.words.equals(words))
                    .findFirst()
                    .orElse(null);
        }

        public static List<String> all() {
            return Arrays.stream(values()).map(Expected::words).toList();
        }
    }

    /** Keys for expected details other than the share and the sentences. */
    public static final List<String> FINDING_KEYS =
            List.of("points", "effect", "criterion", "ceiling", "district", "action", "family");

    /** The names of effects in cases. */
    public static final List<String> EFFECTS =
            Arrays.stream(Effect.values()).map(WorkedExample::word).toList();

    /** The names of chain actions in cases. */
    static final List<String> ACTIONS =
            Arrays.stream(ChainAction.values()).map(Enum::name).toList();

    /** Returns the name of an effect in cases. */
    public static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a case; null if it has a mistake, which is reported. */
    public static @Nullable WorkedExample read(Node node, @Nullable Node background, List<Problem> problems) {
        Fields entry = PackKeys.CASE.read(node, problems);
        if (entry == null) {
            return null;
        }
        String sentence = entry.text("case");
        String rule = entry.text("rule");
        Node expect = entry.value("expect");
        Expected outcome = expect == null ? null : outcome(entry, expect, problems);
        Node given = node.map("given", problems);
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

    private static @Nullable Expected outcome(Fields entry, Node expect, List<Problem> problems) {
        Node word = expect;
        Fields details = expect.isMap() ? entry.map("expect") : null;
        if (details != null) {
            if (details.text("outcome") == null) {
                return null;
            }
            word = details.at("outcome");
            word(expect.get("effect"), Message.of("a rule’s effect"), EFFECTS, problems);
            word(expect.get("action"), Message.of("a chain action"), ACTIONS, problems);
        }
        Expected outcome = Expected.of(word.text());
        if (outcome == null) {
            Message said = word.isScalar()
                    ? Message.of("`%s`", word.text())
                    : word.kind().words();
            problems.add(word.problem(
                    Message.of(
                            "the outcome must be `%s`, `%s` or `%s`, found %s",
                            "fires", "does not fire", "cannot say", said),
                    Nearest.advice(word.text(), Expected.all())));
        }
        return outcome;
    }

    private static void word(@Nullable Node said, Message what, List<String> known, List<Problem> problems) {
        if (said != null && !known.contains(said.text().strip())) {
            problems.add(said.problem(
                    Message.of("`%s` is not %s", said.text(), what),
                    Nearest.advice(said.text(), known, Message.of("use one of %s", Message.names(known)))));
        }
    }
}
