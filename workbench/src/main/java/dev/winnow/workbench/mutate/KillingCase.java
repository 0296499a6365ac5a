package dev.winnow.workbench.mutate;

import dev.winnow.language.pack.WorkedExample.Expected;
import dev.winnow.workbench.testing.RuleResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the expectations of a case that a rule passes and its mutants fail. */
final class KillingCase {

    /** Details in the order of preference for readers. */
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

    private KillingCase() {}

    /** Whether a case on the same facts can distinguish two results. */
    static boolean differ(RuleResult original, RuleResult changed) {
        return original.outcome() != changed.outcome()
                || !details(original, changed).isEmpty();
    }

    /** The details in which a result differs from another. */
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

    /** The value of a detail of a result, as a case would expect it; null if it has none. */
    static @Nullable Object expected(RuleResult result, String detail) {
        return switch (detail) {
            case "share" -> result.share() == null ? null : result.share().toPlainString();
            case "reason" -> result.reason();
            case "missing" -> result.missing() == null ? null : new ArrayList<Object>(result.missing());
            case "also" -> result.also().isEmpty() ? null : new ArrayList<Object>(result.also());
            default -> result.says().get(detail);
        };
    }

    /** The expectations: the outcome, and the fewest details that distinguish the rule from all mutants. */
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
