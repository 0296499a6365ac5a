package dev.winnow.engine;

import dev.winnow.model.Evidence;
import dev.winnow.model.Figure;
import dev.winnow.model.FigureText;
import dev.winnow.model.Node;
import dev.winnow.model.Period;
import dev.winnow.model.Problem;
import dev.winnow.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The thresholds of a pack, by date. */
final class LimitTable {

    private static final List<String> KEYS =
            List.of("id", "title", "unit", "values", "source", "assumed", "reason", "note");
    private static final List<String> VALUE_KEYS = List.of("from", "value", "source", "assumed", "reason", "note");

    private record Dated(@Nullable LocalDate from, Figure value) {}

    private final Map<String, List<Dated>> values = new LinkedHashMap<>();

    /** Reads limits.yaml; what is wrong goes to the problems. */
    static LimitTable read(@Nullable Node file, List<Problem> problems) {
        LimitTable table = new LimitTable();
        if (file == null) {
            return table;
        }
        if (!file.isMap()) {
            problems.add(file.problem("limits.yaml holds `limits:` with a list", null));
            return table;
        }
        file.allow("limits.yaml", List.of("limits"), problems);
        for (Node limit : file.list("limits", problems)) {
            table.limit(limit, problems);
        }
        return table;
    }

    private void limit(Node limit, List<Problem> problems) {
        if (!limit.isMap()) {
            problems.add(limit.problem(
                    "a limit has `id` and `values`, it is not " + limit.kind().words(), null));
            return;
        }
        limit.allow("a limit", KEYS, problems);
        String id = limit.requiredText("a limit", "id", problems);
        if (id == null) {
            return;
        }
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            problems.add(limit.problem("the limit id `" + id + "` is not kebab-case", null));
        }
        List<Dated> dated = new ArrayList<>();
        for (Node value : limit.list("values", problems)) {
            Dated read = value(id, limit, value, problems);
            if (read != null) {
                dated.add(read);
            }
        }
        if (limit.get("values") == null) {
            problems.add(
                    limit.problem("limit `" + id + "` has no `values`", "maybe `values: [{value: …, source: …}]`?"));
        }
        boolean mixed = dated.stream().map(one -> one.value().unit()).distinct().count() > 1;
        if (mixed) {
            problems.add(limit.problem("the values of limit `" + id + "` are of different units", null));
        }
        if (values.putIfAbsent(id, dated) != null) {
            problems.add(limit.problem("limit `" + id + "` is there twice", "remove one"));
        }
    }

    private static @Nullable Dated value(String id, Node limit, Node node, List<Problem> problems) {
        if (!node.isMap()) {
            problems.add(node.problem("a value of limit `" + id + "` has keys, such as `{value: 2, source: …}`", null));
            return null;
        }
        node.allow("a limit's value", VALUE_KEYS, problems);
        String source = either(limit, node, "source", problems);
        boolean assumed = "true".equals(either(limit, node, "assumed", problems));
        if (assumed && either(limit, node, "reason", problems) == null) {
            problems.add(limit.problem(
                    "limit `" + id + "` is assumed, and no `reason` is given", "say why this number and no other"));
        }
        if (!assumed && source == null) {
            problems.add(limit.problem(
                    "limit `" + id + "` has no source", "maybe `source: …`, or `assumed: true` with a `reason`?"));
        }
        Node fromNode = node.get("from");
        Period period = fromNode == null ? null : Period.parse("from", fromNode, problems);
        LocalDate from = period == null ? null : period.first();
        Node value = node.get("value");
        if (value == null) {
            problems.add(node.problem("a value of limit `" + id + "` needs `value`", null));
            return null;
        }
        Unit unit = unit(limit, value, problems);
        Evidence evidence =
                new Evidence(assumed ? "assumed" : source, from, false, node.optionalText("note", problems));
        Figure figure = FigureText.parse(value, unit, evidence, problems);
        if (figure != null && !figure.isExact()) {
            problems.add(value.problem(
                    "a limit is one exact number",
                    "maybe without `" + figure.bound().prefix().strip() + "`?"));
            return null;
        }
        return figure == null ? null : new Dated(from, figure);
    }

    private static @Nullable String either(Node limit, Node value, String key, List<Problem> problems) {
        String own = value.optionalText(key, problems);
        return own != null ? own : limit.optionalText(key, problems);
    }

    private static Unit unit(Node limit, Node value, List<Problem> problems) {
        String said = limit.optionalText("unit", problems);
        if (said != null) {
            Map<String, Unit> units = Map.of("money", Unit.MONEY, "share", Unit.SHARE, "number", Unit.NUMBER);
            Unit unit = units.get(said);
            if (unit == null) {
                problems.add(
                        limit.problem("the unit of a limit is `money`, `share` or `number`, not `" + said + "`", null));
            } else {
                return unit;
            }
        }
        String text = value.text();
        return text.contains("yuan") || text.contains("元") ? Unit.MONEY : text.contains("%") ? Unit.SHARE : Unit.NUMBER;
    }

    /** The unit of each limit. */
    Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        values.forEach((id, dated) -> units.put(
                id, dated.isEmpty() ? Unit.NUMBER : dated.get(0).value().unit()));
        return units;
    }

    /** The limits in force on a day, by id: of each the latest value from then or before. */
    List<Limit> on(LocalDate day) {
        List<Limit> limits = new ArrayList<>();
        values.forEach((id, dated) -> {
            Dated latest = null;
            for (Dated value : dated) {
                boolean begun = value.from() == null || !value.from().isAfter(day);
                if (begun && (latest == null || isLater(value, latest))) {
                    latest = value;
                }
            }
            if (latest != null) {
                limits.add(new Limit(id, latest.value()));
            }
        });
        limits.sort(java.util.Comparator.comparing(Limit::id));
        return List.copyOf(limits);
    }

    private static boolean isLater(Dated one, Dated other) {
        return other.from() == null || (one.from() != null && one.from().isAfter(other.from()));
    }
}
