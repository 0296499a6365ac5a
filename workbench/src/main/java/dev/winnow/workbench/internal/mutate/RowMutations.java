package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.syntax.RuleTable.Cell;
import dev.winnow.language.internal.syntax.RuleTable.Content;
import dev.winnow.workbench.internal.mutate.Mutant.Kind;
import dev.winnow.workbench.internal.mutate.Mutation.Edit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Mutations of the cells of a row: its points, and the values of variables that represent words. The limits that it
 * names are mutated in limits.yaml. Some mutations give an invalid rule.
 */
final class RowMutations {

    private final RuleSource source;
    private final RuleTable.Row row;
    private final List<Mutation> mutations = new ArrayList<>();

    private RowMutations(RuleSource source, RuleTable.Row row) {
        this.source = source;
        this.row = row;
    }

    /** Returns the mutations of a rule's row; empty if the rule is not a row. */
    static List<Mutation> of(RuleSource source, PackRule rule) {
        if (rule.row() == null) {
            return List.of();
        }
        RowMutations made = new RowMutations(source, rule.row());
        made.cells();
        return made.mutations;
    }

    private void cells() {
        RuleTable table = row.table();
        for (int i = 0; i < table.columns().size(); i++) {
            Cell cell = row.cell(i);
            if (i == table.column(RuleTable.POINTS)) {
                BigDecimal worth = new BigDecimal(cell.text());
                replace(Kind.POINTS, cell, worth.add(BigDecimal.ONE).toPlainString());
                replace(Kind.POINTS, cell, worth.subtract(BigDecimal.ONE).toPlainString());
            } else if (table.columns().get(i).kind() == RuleTable.Kind.WORD && !cell.isBlank()) {
                replace(Kind.CONSTRAINT, cell, "-");
                other(i, cell);
            }
        }
    }

    /** Replaces a flag by its opposite, and a word by that of another row. */
    private void other(int column, Cell cell) {
        if (cell.content() == Content.FLAG) {
            replace(Kind.CONSTANT, cell, cell.text().equals("true") ? "false" : "true");
            return;
        }
        row.table().rows().stream()
                .map(cells -> cells.get(column))
                .filter(other -> !other.isBlank() && !other.text().equals(cell.text()))
                .limit(1)
                .forEach(other -> replace(
                        Kind.CONSTANT,
                        cell,
                        source.text().substring(source.from(other.spot()), source.to(other.spot()))));
    }

    private void replace(Kind kind, Cell cell, String after) {
        mutations.add(new Mutation(kind, List.of(new Edit(source.from(cell.spot()), source.to(cell.spot()), after))));
    }

    /** Returns the edits that remove the points from the table of a rule's row; empty if it has no such column. */
    static List<Edit> withoutPoints(RuleSource source, PackRule rule) {
        RuleTable.Row row = rule.row();
        int column = row == null ? -1 : row.table().column(RuleTable.POINTS);
        if (row == null || column < 0) {
            return List.of();
        }
        RuleTable table = row.table();
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(
                source.to(table.columns().get(column - 1).spot()),
                source.to(table.columns().get(column).spot()),
                ""));
        table.rows()
                .forEach(cells -> edits.add(new Edit(
                        source.to(cells.get(column - 1).spot()),
                        source.to(cells.get(column).spot()),
                        "")));
        return edits;
    }
}
