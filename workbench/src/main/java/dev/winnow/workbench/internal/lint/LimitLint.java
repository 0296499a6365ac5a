package dev.winnow.workbench.internal.lint;

import dev.winnow.language.LimitSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks limits: whether rules read them, and their sources. */
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
                        Message.of("no rule reads limit `%s`", id),
                        Message.of(
                                "remove it, or write `%s` in a rule", "Limit( id == \"" + id + "\", $min : value )")));
                continue;
            }
            substance(limit, limits, remarks);
            boolean assumed = limit.values().stream().anyMatch(value -> value.reason() != null);
            if (assumed && stops.containsKey(id)) {
                remarks.add(remark(
                        limits,
                        Check.ASSUMED_KNOCK_OUT,
                        id,
                        Message.of(
                                "limit `%s` is assumed, but %s stops candidates by it",
                                id, Message.names(stops.get(id))),
                        Message.of("find a source, or make it a red flag")));
            }
        }
        return remarks;
    }

    private static void substance(LimitSummary limit, LimitTable limits, List<Remark> remarks) {
        String id = limit.id();
        for (LimitSummary.Dated value : limit.values()) {
            String source = value.source();
            String reason = value.reason();
            if (reason != null && (Lint.isPlaceholder(reason) || reason.equals(limit.title()))) {
                remarks.add(remark(
                        limits,
                        Check.ASSUMED_WITHOUT_REASON,
                        id,
                        Message.of("the reason for assuming limit `%s` is `%s`, which says nothing", id, reason),
                        Message.of("give a reason for this number")));
                return;
            }
            if (reason == null && source != null && Lint.isPlaceholder(source)) {
                remarks.add(remark(
                        limits,
                        Check.UNCITED,
                        id,
                        Message.of("the source of limit `%s` is `%s`, which names no source", id, source),
                        Message.of("name its source, or write `%s` with a `%s`", "assumed: true", "reason")));
                return;
            }
        }
    }

    private static Remark remark(LimitTable limits, Check check, String id, Message what, Message advice) {
        return new Remark(check, About.LIMIT, id, limits.problem(id, what, advice));
    }
}
