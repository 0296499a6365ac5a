package dev.winnow.workbench.lint;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.Reads;
import dev.winnow.language.pack.Check;
import dev.winnow.language.pack.Check.About;
import dev.winnow.language.pack.LimitSummary;
import dev.winnow.language.pack.LimitTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks through the limits: who reads them, and what they rest on. */
final class LimitLint {

    private LimitLint() {}

    static List<Remark> of(List<CheckedRule> rules, LimitTable limits) {
        List<Remark> remarks = new ArrayList<>();
        TreeMap<String, Set<String>> stops = new TreeMap<>();
        Set<String> read = new TreeSet<>();
        for (CheckedRule rule : rules) {
            for (String id : Reads.limits(rule)) {
                read.add(id);
                if (rule.rule().effect().stops()) {
                    stops.computeIfAbsent(id, unused -> new TreeSet<>()).add(rule.id());
                }
            }
        }
        for (LimitSummary limit : limits.summaries()) {
            String id = limit.id();
            if (!read.contains(id)) {
                remarks.add(remark(
                        limits,
                        Check.UNREAD_LIMIT,
                        id,
                        "no rule reads limit `" + id + "`",
                        "remove it, or write `Limit( id == \"" + id + "\", $min : value )` in a rule"));
                continue;
            }
            substance(limit, limits, remarks);
            boolean assumed = limit.values().stream().anyMatch(value -> value.reason() != null);
            if (assumed && stops.containsKey(id)) {
                String named =
                        stops.get(id).stream().map(rule -> "`" + rule + "`").collect(Collectors.joining(", "));
                remarks.add(remark(
                        limits,
                        Check.ASSUMED_KNOCK_OUT,
                        id,
                        "limit `" + id + "` is assumed, and " + named + " stops candidates by it",
                        "find a source, or make it a red flag"));
            }
        }
        return remarks;
    }

    private static void substance(LimitSummary limit, LimitTable limits, List<Remark> remarks) {
        String id = limit.id();
        for (LimitSummary.Dated value : limit.values()) {
            String source = value.source();
            String reason = value.reason();
            if (reason != null && (MeaningfulText.lacks(reason) || reason.equals(limit.title()))) {
                remarks.add(remark(
                        limits,
                        Check.ASSUMED_WITHOUT_REASON,
                        id,
                        "limit `" + id + "` is assumed because `" + reason + "`, which is no reason",
                        "say why this number and no other"));
                return;
            }
            if (reason == null && source != null && MeaningfulText.lacks(source)) {
                remarks.add(remark(
                        limits,
                        Check.UNCITED,
                        id,
                        "the source of limit `" + id + "` is `" + source + "`, which names none",
                        "say where it comes from, or `assumed: true` with a `reason`"));
                return;
            }
        }
    }

    private static Remark remark(LimitTable limits, Check check, String id, String what, String advice) {
        return new Remark(check, About.LIMIT, id, limits.problem(id, what, advice));
    }
}
