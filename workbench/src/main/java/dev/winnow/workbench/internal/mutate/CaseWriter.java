package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExample.Expected;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import dev.winnow.workbench.internal.testing.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a case in an author's style, with details of the rule's result that its mutants do not have, and reads it
 * back.
 */
final class CaseWriter {

    /** Details, the ones most useful to readers first. */
    private static final List<String> PREFERRED = List.of(
            "share",
            "points",
            "ceiling",
            "effect",
            "criterion",
            "district",
            "action",
            "family",
            "reason",
            "missing",
            "also");

    private CaseWriter() {}

    /** Returns the case as an item of a list. */
    static Item item(String sentence, String rule, Map<String, Object> given, Map<String, Object> expect) {
        Object expected = expect.size() == 1 ? expect.get("outcome") : expect;
        List<String> lines = new ArrayList<>();
        lines.add("- case: " + CaseFactsText.line(sentence));
        lines.add("  rule: " + rule);
        lines.add("  given:");
        given.forEach((key, value) -> lines.addAll(CaseFactsText.lines(key, value, 4)));
        lines.addAll(CaseFactsText.lines("expect", Objects.requireNonNull(expected), 2));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("case", sentence);
        whole.put("rule", rule);
        whole.put("given", given);
        whole.put("expect", expected);
        return new Item(lines, CaseFactsText.flow(whole), Expected.FIRES.words().equals(expect.get("outcome")));
    }

    /** Parses an item from the text of a case. */
    static Item item(String text) {
        WorkedExample example = Objects.requireNonNull(read(text, null));
        Node given = example.given();
        Map<String, Object> expect = example.expect() != null
                ? map(example.expect())
                : new LinkedHashMap<>(Map.of("outcome", example.outcome().words()));
        return item(example.sentence(), example.rule(), given == null ? Map.of() : map(given), expect);
    }

    @SuppressWarnings("unchecked") // the tree of a map is a map
    private static Map<String, Object> map(Node node) {
        return (Map<String, Object>) CaseFactsText.tree(node);
    }

    /** Returns the text of the case in its file's style, each line ended. */
    static String text(Item item) {
        return item.block().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** Reads a case from its text; null if it cannot be read. */
    static @Nullable WorkedExample read(String text, @Nullable Node background) {
        List<Problem> problems = new ArrayList<>();
        Node file = Document.parse("case.yaml", "cases:\n" + text, problems);
        Node list = file == null ? null : file.get("cases");
        return list == null || list.items().size() != 1
                ? null
                : WorkedExample.read(list.items().get(0), background, problems);
    }

    /** Returns a sentence that describes a case: the rule's outcome, and a change that would alter it. */
    static String sentence(PackRule rule, RuleResult result, List<Mutant> kills, List<RuleResult> changed) {
        String outcome = switch (result.outcome()) {
            case FIRES -> "It fires";
            case DOES_NOT_FIRE -> "It does not fire";
            case CANNOT_SAY -> "It cannot be said";
        };
        String title = rule.title().strip().replaceAll("\\.$", "");
        for (int i = 0; i < kills.size(); i++) {
            if (changed.get(i).outcome() != result.outcome()) {
                String other = switch (changed.get(i).outcome()) {
                    case FIRES -> "it would fire";
                    case DOES_NOT_FIRE -> "it would not fire";
                    case CANNOT_SAY -> "it could not be said";
                };
                return title + ". " + outcome + "; " + condition(kills.get(i)) + " " + other;
            }
        }
        return title + ". " + outcome + (kills.isEmpty() ? "" : ", and this is what it says");
    }

    private static String condition(Mutant mutant) {
        return mutant.after().isEmpty()
                ? "without " + mutant.before()
                : "with " + mutant.after() + " for " + mutant.before();
    }

    /** Whether a case on the same facts can distinguish two results. */
    static boolean differ(RuleResult original, RuleResult changed) {
        return original.outcome() != changed.outcome()
                || !details(original, changed).isEmpty();
    }

    /** Returns the details in which a result differs from another. */
    private static List<String> details(RuleResult original, RuleResult changed) {
        List<String> details = new ArrayList<>();
        for (String detail : PREFERRED) {
            Object value = expected(original, detail);
            if (value != null && !value.equals(expected(changed, detail))) {
                details.add(detail);
            }
        }
        return details;
    }

    /** Returns the value of a detail of a result as written in a case; null if the result lacks it. */
    static @Nullable Object expected(RuleResult result, String detail) {
        return switch (detail) {
            case "share" -> result.share() == null ? null : result.share().toPlainString();
            case "reason" -> result.reason();
            case "missing" -> result.missing() == null ? null : new ArrayList<Object>(result.missing());
            case "also" -> result.also().isEmpty() ? null : new ArrayList<Object>(result.also());
            default -> result.says().get(detail);
        };
    }

    /** Returns the expectations: the outcome, and the fewest details that distinguish the rule from all mutants. */
    static Map<String, Object> expect(RuleResult original, List<RuleResult> changed) {
        Set<String> needed = new LinkedHashSet<>();
        if (original.outcome() == Expected.CANNOT_SAY) {
            needed.add("missing");
        }
        List<List<String>> choices = changed.stream()
                .filter(other -> other.outcome() == original.outcome())
                .map(other -> details(original, other))
                .toList();
        choices.stream().filter(choice -> choice.size() == 1).forEach(needed::addAll);
        choices.forEach(choice -> {
            if (choice.stream().noneMatch(needed::contains)) {
                choice.stream().limit(1).forEach(needed::add);
            }
        });
        Map<String, Object> expect = new LinkedHashMap<>();
        expect.put("outcome", original.outcome().words());
        for (String detail : PREFERRED) {
            Object value = expected(original, detail);
            if (needed.contains(detail) && value != null) {
                expect.put(detail, value);
            }
        }
        return expect;
    }
}
