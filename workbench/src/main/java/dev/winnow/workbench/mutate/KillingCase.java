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

/** What a case must expect of a rule so that a changed rule fails it. */
final class KillingCase {

    /** Details in the order in which a person would sooner read them. */
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

    /** Whether a case on the same facts can tell two results apart. */
    static boolean differ(RuleResult original, RuleResult changed) {
        return original.outcome() != changed.outcome()
                || !details(original, changed).isEmpty();
    }

    /** The details of a result that are not those of another. */
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

    /** What a result says of a detail, as a case would expect it; null if it says nothing. */
    static @Nullable Object expected(RuleResult result, String detail) {
        return switch (detail) {
            case "share" -> result.share() == null ? null : result.share().toPlainString();
            case "reason" -> result.reason();
            case "missing" -> result.missing() == null ? null : new ArrayList<Object>(result.missing());
            case "also" -> result.also().isEmpty() ? null : new ArrayList<Object>(result.also());
            default -> result.says().get(detail);
        };
    }

    /** What a case expects: the outcome, and as few details as tell the rule from all changed ones. */
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
