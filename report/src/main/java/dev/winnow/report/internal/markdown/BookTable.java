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
 * The rules of a decision table as a page shows them: shared parts once, then the differences per row.
 *
 * @param id the id of the rule that carries the table
 * @param title its title
 * @param family the family of its rows; null if they have none in common
 * @param shared the conditions of all rows, with variables of the table for limits
 * @param variables the variables in these conditions, one column each
 * @param then the consequence of every row; null if it differs
 * @param says the reason of every row; null if it differs
 * @param source the source of every row; null if it differs
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
     * @param limits per variable, the id of its limit; empty for none
     * @param conditions the conditions that other rows lack
     */
    public record Row(Entry entry, List<String> limits, List<String> conditions) {}

    /** Returns whether any row has conditions of its own. */
    public boolean differs() {
        return rows.stream().anyMatch(row -> !row.conditions().isEmpty());
    }

    /** Returns the cases of all rows. */
    public List<CaseSummary> cases() {
        return rows.stream().flatMap(row -> row.entry().cases().stream()).toList();
    }

    /** Returns the table whose rows some rules are; null if they are not the rows of one table. */
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

    /** Returns the conditions of a row, with the variables of the table in place of limits. */
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
