package dev.winnow.report.internal.markdown;

import dev.winnow.engine.RulePack;
import dev.winnow.language.CaseSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.report.internal.markdown.RuleBook.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a table as a page shows them: what they have in common, and what each row says.
 *
 * @param id the id of the rule that carries the table
 * @param title its title
 * @param family the family of its rows; null if they do not share one
 * @param shared the conditions of all rows, with the variables of the table for limits
 * @param variables the variables that stand in them, one column each
 * @param then what every row does; null if that differs
 * @param says the reason of every row; null if that differs
 * @param source where every row comes from; null if that differs
 * @param rows the rows in order
 */
public record BookTable(
        String id,
        String title,
        @Nullable String family,
        List<String> shared,
        List<String> variables,
        @Nullable String then,
        @Nullable String says,
        @Nullable String source,
        List<Row> rows) {

    /**
     * A row.
     *
     * @param entry its rule
     * @param limits the id of the limit that each variable is, in the order of the variables; empty for none
     * @param conditions its conditions that other rows lack
     */
    public record Row(Entry entry, List<String> limits, List<String> conditions) {}

    /** Whether a row has conditions that others lack. */
    public boolean differs() {
        return rows.stream().anyMatch(row -> !row.conditions().isEmpty());
    }

    /** The cases of all rows. */
    public List<CaseSummary> cases() {
        return rows.stream().flatMap(row -> row.entry().cases().stream()).toList();
    }

    /** The table that some rules are the rows of; null if they are none. */
    static @Nullable BookTable of(RulePack pack, List<Entry> entries) {
        String id = entries.get(0).rule().table();
        if (id == null) {
            return null;
        }
        Map<String, RuleTable.Row> written = pack.checkedRules().stream()
                .map(CheckedRule::rule)
                .filter(rule -> rule.row() != null)
                .collect(Collectors.toMap(rule -> rule.id(), rule -> Objects.requireNonNull(rule.row())));
        List<List<String>> conditions = entries.stream()
                .map(entry -> inVariables(
                        Objects.requireNonNull(written.get(entry.rule().id())), entry))
                .toList();
        Set<String> shared = new LinkedHashSet<>(conditions.get(0));
        conditions.forEach(shared::retainAll);
        RuleTable table =
                Objects.requireNonNull(written.get(entries.get(0).rule().id())).table();
        List<String> variables = table.columns().stream()
                .filter(column -> column.kind() == RuleTable.Kind.LIMIT)
                .map(RuleTable.Column::name)
                .filter(name -> shared.stream().anyMatch(condition -> condition.contains(quoted(name))))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            RuleTable.Row row = Objects.requireNonNull(written.get(entry.rule().id()));
            List<String> own = new ArrayList<>();
            for (int at = 0; at < conditions.get(i).size(); at++) {
                if (!shared.contains(conditions.get(i).get(at))) {
                    own.add(entry.words().conditions().get(at));
                }
            }
            rows.add(new Row(
                    entry,
                    variables.stream()
                            .map(name -> row.cell(table.column(name)).text())
                            .toList(),
                    own));
        }
        return new BookTable(
                id,
                pack.tableTitle(id),
                common(entries, entry -> entry.rule().family()),
                List.copyOf(shared),
                variables,
                common(entries, entry -> entry.words().effect()),
                common(entries, entry -> entry.words().reason()),
                common(entries, entry -> entry.rule().source()),
                rows);
    }

    /** The conditions of a row, with the variables of the table for the limits that it names. */
    private static List<String> inVariables(RuleTable.Row row, Entry entry) {
        List<String> conditions = new ArrayList<>(entry.words().conditions());
        List<RuleTable.Column> columns = row.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            RuleTable.Cell cell = row.cell(i);
            if (columns.get(i).kind() == RuleTable.Kind.LIMIT && !cell.isBlank()) {
                String variable = quoted(columns.get(i).name());
                conditions.replaceAll(condition -> condition.replace(quoted(cell.text()), variable));
            }
        }
        return conditions;
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }

    private static @Nullable String common(List<Entry> entries, Function<Entry, @Nullable String> part) {
        String first = part.apply(entries.get(0));
        return entries.stream().allMatch(entry -> Objects.equals(part.apply(entry), first)) ? first : null;
    }
}
