package dev.winnow.language.internal.check;

import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.syntax.RuleTable.Cell;
import dev.winnow.language.internal.syntax.RuleTable.Column;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bands into which a table divides a figure: rows that compare it with limits of the table and have the same other
 * cells. Their edges rise or fall from row to row. Bands with two edges must follow each other without gap or overlap;
 * rows with one edge contain each other, and the largest counts.
 */
public final class Bands {

    /**
     * A problem with a row.
     *
     * @param check the check that reports it; null if it makes the pack invalid
     * @param rule the id of the row
     * @param problem the problem with its place
     */
    public record Finding(@Nullable Check check, String rule, Problem problem) {}

    /**
     * An end of a band.
     *
     * @param variable the variable that the figure is compared with
     * @param limit the limit that the row gives for the variable
     * @param inclusive whether the limit itself is in the band
     */
    private record Edge(String variable, String limit, boolean inclusive) {}

    /** A row as a band of one figure; an end is null if the band is open there. */
    private record Band(
            CheckedRule rule, @Nullable Edge from, @Nullable Edge to) {

        PackRule written() {
            return rule.rule();
        }
    }

    private final RuleTable table;
    private final LimitTable limits;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> reported = new LinkedHashSet<>();

    private Bands(RuleTable table, LimitTable limits) {
        this.table = table;
        this.limits = limits;
    }

    private static List<Finding> of(RuleTable table, List<CheckedRule> rows, LimitTable limits) {
        Bands bands = new Bands(table, limits);
        bands.figures(rows);
        return List.copyOf(bands.findings);
    }

    /** Returns the findings in all tables of a pack. */
    public static List<Finding> of(List<CheckedRule> rules, LimitTable limits) {
        Map<RuleTable, List<CheckedRule>> tables = new LinkedHashMap<>();
        for (CheckedRule rule : rules) {
            RuleTable.Row row = rule.rule().row();
            if (row != null) {
                tables.computeIfAbsent(row.table(), unused -> new ArrayList<>()).add(rule);
            }
        }
        List<Finding> findings = new ArrayList<>();
        tables.forEach((table, rows) -> findings.addAll(of(table, rows, limits)));
        return findings;
    }

    private void figures(List<CheckedRule> rows) {
        List<Map<String, Band>> byRow = rows.stream().map(Bands::bands).toList();
        Map<String, Set<String>> columns = new TreeMap<>();
        for (Map<String, Band> bands : byRow) {
            bands.forEach((figure, band) -> {
                Set<String> variables = columns.computeIfAbsent(figure, unused -> new TreeSet<>());
                if (band.from() != null) {
                    variables.add(band.from().variable());
                }
                if (band.to() != null) {
                    variables.add(band.to().variable());
                }
            });
        }
        columns.forEach((figure, variables) -> {
            Map<List<String>, List<Band>> alike = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                CheckedRule rule = rows.get(i);
                Band band = byRow.get(i).getOrDefault(figure, new Band(rule, null, null));
                alike.computeIfAbsent(others(rule, variables), unused -> new ArrayList<>())
                        .add(band);
            }
            alike.values().forEach(this::ladder);
        });
    }

    /** Returns the bands of a row, keyed by the figure that they divide. */
    private static Map<String, Band> bands(CheckedRule rule) {
        Map<String, Band> bands = new HashMap<>();
        for (Pattern pattern : rule.rule().patterns()) {
            if (pattern.kind() == Pattern.Kind.FACT) {
                for (Expression test : pattern.conditions()) {
                    if (test instanceof Compare compare) {
                        edge(rule, pattern.type() + " " + PatternText.of(compare.left()), compare, false, bands);
                        edge(rule, pattern.type() + " " + PatternText.of(compare.right()), compare, true, bands);
                    }
                }
            }
            Total total = pattern.total();
            if (total != null) {
                Expression result = new Expression.Variable(total.variable(), total.spot());
                edge(
                        rule,
                        PatternText.result(total),
                        new Compare(total.sign(), result, total.right(), total.compared()),
                        false,
                        bands);
            }
        }
        return bands;
    }

    private static void edge(
            CheckedRule rule, String figure, Compare compare, boolean mirrored, Map<String, Band> bands) {
        Expression limit = mirrored ? compare.left() : compare.right();
        Comparison sign = mirrored ? compare.sign().mirrored() : compare.sign();
        if (!(limit instanceof Expression.Variable variable)
                || sign == Comparison.SAME
                || sign == Comparison.DIFFERENT) {
            return;
        }
        String id = limit(rule, variable.name());
        if (id == null) {
            return;
        }
        Edge edge = new Edge(variable.name(), id, sign == Comparison.AT_LEAST || sign == Comparison.AT_MOST);
        Band before = bands.getOrDefault(figure, new Band(rule, null, null));
        bands.put(figure, sign.isUpward() ? new Band(rule, edge, before.to()) : new Band(rule, before.from(), edge));
    }

    /** Returns the limit that the row gives for a variable; null if it gives none. */
    private static @Nullable String limit(CheckedRule rule, String variable) {
        RuleTable.Row row = Objects.requireNonNull(rule.rule().row());
        int column = row.table().column(variable);
        boolean named = column >= 0 && row.table().columns().get(column).kind() == RuleTable.Kind.LIMIT;
        return named && !row.cell(column).isBlank() ? row.cell(column).text() : null;
    }

    /** Returns the texts of all cells except those of the given variables. */
    private static List<String> others(CheckedRule rule, Set<String> variables) {
        RuleTable.Row row = Objects.requireNonNull(rule.rule().row());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < row.table().columns().size(); i++) {
            Column column = row.table().columns().get(i);
            if (column.kind() != RuleTable.Kind.OF_RULE && !variables.contains(column.name())) {
                others.add(row.cell(i).content() + row.cell(i).text());
            }
        }
        return others;
    }

    private void ladder(List<Band> bands) {
        Set<String> ids = new TreeSet<>();
        for (Band band : bands) {
            if (band.from() != null) {
                ids.add(band.from().limit());
            }
            if (band.to() != null) {
                ids.add(band.to().limit());
            }
        }
        boolean upwards = bands.stream().anyMatch(band -> band.from() != null);
        boolean downwards = bands.stream().anyMatch(band -> band.to() != null);
        for (Map<String, Amount> values : limits.spans(ids)) {
            if (upwards && downwards) {
                new Chain(bands, values).check();
            } else if (upwards || downwards) {
                nested(bands, values, upwards);
            }
        }
    }

    /** Checks rows with one edge: each holds wherever a narrower one does. */
    private void nested(List<Band> bands, Map<String, Amount> values, boolean upwards) {
        int direction = 0;
        for (int i = 1; i < bands.size(); i++) {
            Edge above = upwards ? bands.get(i - 1).from() : bands.get(i - 1).to();
            Edge here = upwards ? bands.get(i).from() : bands.get(i).to();
            int step = upwards ? compare(above, here, values, -1) : compare(above, here, values, 1);
            if (step == 0) {
                alike(bands.get(i), here, values);
            } else if (direction != 0 && step != direction) {
                disorder(bands.get(i), above, here, values);
            } else {
                direction = step;
            }
        }
    }

    /** @param open order of a missing end relative to any other: -1 for below, 1 for above */
    private static int compare(@Nullable Edge one, @Nullable Edge other, Map<String, Amount> values, int open) {
        if (one == null || other == null) {
            return Objects.equals(one, other) ? 0 : one == null ? open : -open;
        }
        return Integer.signum(value(one, values).compareTo(value(other, values)));
    }

    private static Amount value(Edge edge, Map<String, Amount> values) {
        return Objects.requireNonNull(values.get(edge.limit()));
    }

    private Figure shown(Edge edge, Map<String, Amount> values) {
        return Figure.exactly(value(edge, values), Objects.requireNonNull(limits.unit(edge.limit())));
    }

    private void alike(Band band, @Nullable Edge edge, Map<String, Amount> values) {
        find(
                null,
                band,
                edge,
                edge == null
                        ? Message.of("the row has no edge of its own: it leaves out the same cells as the row above")
                        : Message.of(
                                "`%s` is %s, the same as the edge of the row above", edge.limit(), shown(edge, values)),
                Message.of("change an edge, or remove a row"));
    }

    private void disorder(Band band, @Nullable Edge above, @Nullable Edge here, Map<String, Amount> values) {
        find(
                null,
                band,
                here,
                above == null || here == null
                        ? Message.of("only the first or the last band of a table may leave out an edge")
                        : Message.of(
                                "edges out of order: `%s` is %s, but `%s` above it is %s",
                                here.limit(), shown(here, values), above.limit(), shown(above, values)),
                Message.of("sort the rows so that the edges rise or fall"));
    }

    /** Bands with two ends, which must follow each other. */
    private final class Chain {

        private final List<Band> bands;
        private final Map<String, Amount> values;

        Chain(List<Band> bands, Map<String, Amount> values) {
            this.bands = bands;
            this.values = values;
        }

        void check() {
            int direction = 0;
            for (int i = 0; i < bands.size(); i++) {
                Band band = bands.get(i);
                Edge from = band.from();
                Edge to = band.to();
                if (from != null && to != null && isEmpty(from, to)) {
                    find(
                            null,
                            band,
                            from,
                            Message.of(
                                    "no figure fits this row: it begins at %s and ends at %s",
                                    shown(from, values), shown(to, values)),
                            Message.of("make the beginning smaller than the end"));
                    return;
                }
                if (i == 0) {
                    continue;
                }
                Band above = bands.get(i - 1);
                int step = compare(above.from(), from, values, -1);
                if (step == 0) {
                    step = compare(above.to(), to, values, 1);
                }
                if (step == 0) {
                    alike(band, from == null ? to : from, values);
                    return;
                }
                if (direction != 0 && step != direction) {
                    disorder(band, above.from(), from, values);
                    return;
                }
                direction = step;
                if (step < 0) {
                    meet(band, above.to(), from, from);
                } else {
                    meet(band, to, above.from(), to);
                }
            }
        }

        private boolean isEmpty(Edge from, Edge to) {
            int order = value(from, values).compareTo(value(to, values));
            return order > 0 || (order == 0 && !(from.inclusive() && to.inclusive()));
        }

        /**
         * Compares the end of the lower band with the start of the higher one.
         *
         * @param at the edge of the two that belongs to the row
         */
        private void meet(Band band, @Nullable Edge end, @Nullable Edge begin, @Nullable Edge at) {
            if (end == null || begin == null) {
                find(
                        Check.BAND_OVERLAP,
                        band,
                        at,
                        Message.of("this row overlaps the row above: one of them has no end on that side"),
                        Message.of("begin each band where the lower one ends"));
                return;
            }
            int order = value(end, values).compareTo(value(begin, values));
            if (order != 0) {
                find(
                        order < 0 ? Check.BAND_GAP : Check.BAND_OVERLAP,
                        band,
                        at,
                        order < 0
                                ? Message.of(
                                        "no row covers figures between %s and %s",
                                        shown(end, values), shown(begin, values))
                                : Message.of(
                                        "this row and the row above both cover figures from %s to %s",
                                        shown(begin, values), shown(end, values)),
                        Message.of("begin each band where the lower one ends"));
            } else if (end.inclusive() == begin.inclusive()) {
                find(
                        end.inclusive() ? Check.BAND_OVERLAP : Check.BAND_GAP,
                        band,
                        at,
                        end.inclusive()
                                ? Message.of("this row and the row above both cover %s", shown(end, values))
                                : Message.of("no row covers %s", shown(end, values)),
                        Message.of("use `%s` for the beginning and `%s` for the end", ">=", "<"));
            }
        }
    }

    /**
     * Adds a finding at the cell of an edge, or at the id of the row if the edge is null. A finding is added once, even
     * if it occurs on several days.
     */
    private void find(@Nullable Check check, Band band, @Nullable Edge edge, Message what, @Nullable Message advice) {
        PackRule rule = band.written();
        Cell cell = Objects.requireNonNull(rule.row()).cell(edge == null ? 0 : table.column(edge.variable()));
        if (reported.add(rule.id() + " " + check)) {
            Place line = rule.place();
            Place place = new Place(line.file(), line.line(), cell.spot().column(), line.text());
            findings.add(new Finding(
                    check, rule.id(), new Problem(place, what, cell.spot().length(), advice)));
        }
    }
}
