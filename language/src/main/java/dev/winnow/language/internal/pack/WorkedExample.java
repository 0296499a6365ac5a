package dev.winnow.language.internal.pack;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    public static final List<String> KEYS = List.of("case", "rule", "given", "expect", "note");
    /** Keys for expected details other than the share and the sentences. */
    public static final List<String> FINDING_KEYS =
            List.of("points", "effect", "criterion", "ceiling", "district", "action", "family");

    public static final List<String> DETAILS = Stream.concat(
                    Stream.of("outcome", "share", "reason", "missing", "also"), FINDING_KEYS.stream())
            .toList();

    /** The names of effects in cases. */
    public static final List<String> EFFECTS =
            Arrays.stream(Effect.values()).map(WorkedExample::word).toList();

    /** Returns the name of an effect in cases. */
    public static String word(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a case; null if it has a mistake, which is reported. */
    public static @Nullable WorkedExample read(Node node, @Nullable Node background, List<Problem> problems) {
        if (!node.isMap()) {
            problems.add(node.problem(
                    Message.of("a case needs %s", Message.all(List.of("case", "rule", "given", "expect"))), null));
            return null;
        }
        PackEntry entry = new PackEntry(node, Message.of("a case"), KEYS, problems);
        String sentence = entry.text("case");
        String rule = entry.text("rule");
        Node expect = node.get("expect");
        Expected outcome = entry.require("expect", Message.of("did you mean `%s`?", "expect: fires")) && expect != null
                ? outcome(expect, problems)
                : null;
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

    private static @Nullable Expected outcome(Node expect, List<Problem> problems) {
        Node word = expect;
        if (expect.isMap()) {
            PackEntry entry = new PackEntry(
                    expect,
                    Message.of("`%s`", "expect"),
                    key -> Message.of("`%s` has no `%s`", "expect", key),
                    DETAILS,
                    problems);
            Node said = expect.get("outcome");
            if (!entry.require("outcome", Message.of("did you mean `%s`?", "outcome: fires")) || said == null) {
                return null;
            }
            word = said;
            word(expect.get("effect"), Message.of("a rule’s effect"), EFFECTS, problems);
            word(
                    expect.get("action"),
                    Message.of("a chain action"),
                    Arrays.stream(ChainAction.values()).map(Enum::name).toList(),
                    problems);
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
