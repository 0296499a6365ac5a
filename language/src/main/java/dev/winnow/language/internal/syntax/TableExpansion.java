package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.RuleTable.Cell;
import dev.winnow.language.internal.syntax.RuleTable.Column;
import dev.winnow.language.internal.syntax.RuleTable.Content;
import dev.winnow.language.internal.syntax.RuleTable.Kind;
import dev.winnow.language.internal.syntax.RuleTable.Row;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expands a table into its rules: one copy of the rule per row, with the values of the row. Each value keeps the
 * position of its cell, so that mistakes are shown there.
 */
final class TableExpansion {

    private final RuleFile file;
    private final Token id;
    private final RuleAnnotations annotations;
    private final List<Pattern> patterns;
    private final Consequence consequence;
    private final RuleTable table;
    /** Index of the pattern that binds the variable of each column. */
    private final Map<Column, Integer> bound = new HashMap<>();

    private TableExpansion(
            RuleFile file,
            Token id,
            RuleAnnotations annotations,
            RuleTable written,
            List<Pattern> patterns,
            Consequence consequence) {
        this.file = file;
        this.id = id;
        this.annotations = annotations;
        this.patterns = patterns;
        this.consequence = consequence;
        List<Column> columns = written.columns().stream().map(this::filled).toList();
        this.table = new RuleTable(written.id(), annotations.text("title"), columns, written.rows(), written.place());
    }

    /**
     * Returns the rules of a table.
     *
     * @param id the id of the rule with the table
     * @param written the table as parsed
     * @param patterns the conditions of that rule
     * @param consequence its consequence
     */
    static List<PackRule> of(
            RuleFile file,
            Token id,
            RuleAnnotations annotations,
            RuleTable written,
            List<Pattern> patterns,
            Consequence consequence) {
        if (written.rows().isEmpty()) {
            return List.of();
        }
        int before = file.problems().size();
        TableExpansion expansion = new TableExpansion(file, id, annotations, written, patterns, consequence);
        expansion.said();
        return file.problems().size() > before ? List.of() : expansion.rules();
    }

    private List<PackRule> rules() {
        List<PackRule> rules = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            int before = file.problems().size();
            PackRule rule = rule(new Row(table, i));
            if (file.problems().size() == before) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Returns a column with its kind, which depends on how the rule binds its variable. */
    private Column filled(Column column) {
        if (column.kind() != Kind.VARIABLE) {
            return column;
        }
        List<String> names = new ArrayList<>();
        boolean total = false;
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            total |= pattern.total() != null && pattern.total().variable().equals(column.name());
            for (Binding binding : pattern.bindings()) {
                names.add(binding.variable());
                if (binding.variable().equals(column.name())) {
                    Column filled = new Column(column.name(), kind(column, pattern, binding), column.spot());
                    bound.put(filled, i);
                    return filled;
                }
            }
        }
        if (total) {
            workedOut(column);
            return column;
        }
        file.report(
                column.spot(),
                Message.of("rule `%s` does not bind `%s`", id.text(), column.name()),
                Nearest.advice(
                        column.name(),
                        names,
                        Message.of("bind it in the rule: `%s`", "Limit( " + column.name() + " : value )")));
        return column;
    }

    private Kind kind(Column column, Pattern pattern, Binding binding) {
        boolean plain = pattern.kind() == Pattern.Kind.FACT && binding.value() instanceof Property;
        if (!plain) {
            workedOut(column);
        } else if (pattern.type().equals("Limit")) {
            if (!pattern.conditions().isEmpty()) {
                file.report(
                        column.spot(),
                        Message.of("the rule already names the limit of `%s`", column.name()),
                        Message.of(
                                "write `%s` in the rule, or remove the column",
                                "Limit( " + column.name() + " : value )"));
            }
            return Kind.LIMIT;
        }
        return Kind.WORD;
    }

    private void workedOut(Column column) {
        file.report(
                column.spot(),
                Message.of("a column gives a limit or a word to a variable, but `%s` is computed", column.name()),
                Message.of("compare it with a limit that the column names: `%s`", "Limit( $max : value )"));
    }

    /** Reports points that are missing, given twice or without effect, and a missing title or source. */
    private void said() {
        int points = table.column(RuleTable.POINTS);
        boolean awards = consequence.effect().hasPoints();
        if (points >= 0 && annotations.has("points")) {
            file.report(
                    table.columns().get(points).spot(),
                    Message.of("the points are given twice: in the table and in `%s`", "@points"),
                    Message.of("remove one"));
        } else if (points >= 0 && !awards && consequence.isRead()) {
            file.report(
                    table.columns().get(points).spot(),
                    Message.of("only `%s` and `%s` have points, not `%s`", "award", "awardShare", consequence.word()),
                    Message.of("remove the column"));
        } else if (points < 0 && awards && !annotations.has("points")) {
            file.report(
                    id.spot(),
                    Message.of("rule `%s` awards points but has none", id.text()),
                    Message.of("add a column `%s`, or `%s`", RuleTable.POINTS, "@points(20)"));
        }
        int source = table.column(RuleTable.SOURCE);
        boolean sourced = source >= 0
                && table.rows().stream().noneMatch(row -> row.get(source).isBlank());
        annotations.requireTitleAndSource(sourced);
    }

    private PackRule rule(Row row) {
        Cell name = row.cell(0);
        if (name.content() == Content.TEXT) {
            RuleParser.checkId(file, name.text(), name.spot());
        } else {
            file.report(
                    name.spot(),
                    Message.of("a row needs an id in quotes"),
                    Message.of("did you mean `%s`?", "\"low\""));
        }
        Set<String> absent = absent(row);
        int points = table.column(RuleTable.POINTS);
        String family = annotations.family();
        return new PackRule(
                name.text(),
                file.criterion(),
                text(row, RuleTable.TITLE, table.title()),
                annotations.points(points < 0 ? null : number(row.cell(points)), consequence),
                text(row, RuleTable.SOURCE, annotations.text("source")),
                family == null && consequence.effect().hasPoints() ? table.id() : family,
                annotations.action(),
                file.place(name.spot()),
                conditions(row, absent),
                consequence(row, absent),
                row);
    }

    private static Token number(Cell cell) {
        return new Token(
                Token.Kind.NUMBER,
                switch (cell.content()) {
                    case NUMBER -> cell.text();
                    case TEXT, FLAG, BLANK -> "?";
                },
                cell.spot());
    }

    /** Returns the text of a cell; the text of the rule if there is no such column or the cell is empty. */
    private String text(Row row, String column, String otherwise) {
        int at = table.column(column);
        if (at < 0 || row.cell(at).isBlank()) {
            return otherwise;
        }
        Cell cell = row.cell(at);
        if (cell.content() != Content.TEXT) {
            file.report(cell.spot(), Message.of("`%s` must be a text in quotes", column), null);
        } else if (cell.text().isBlank()) {
            file.report(cell.spot(), Message.of("`%s` is empty", column), Message.of("did you mean `%s`?", "-"));
        }
        return cell.text();
    }

    /** Returns the variables of limits that a row leaves out, and those compared with them. */
    private Set<String> absent(Row row) {
        Set<String> absent = new HashSet<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (column.kind() != Kind.LIMIT || !row.cell(i).isBlank()) {
                continue;
            }
            absent.add(column.name());
            if (isNeeded(column.name())) {
                file.report(
                        row.cell(i).spot(),
                        Message.of(
                                "a row cannot leave out `%s`, since the rule uses it outside comparisons",
                                column.name()),
                        Message.of("name a limit"));
            }
        }
        return absent;
    }

    /** Whether a variable is read outside comparisons of its own and the reason. */
    private boolean isNeeded(String variable) {
        for (Pattern pattern : patterns) {
            for (Part part : pattern.parts()) {
                if (part instanceof Binding binding && reads(binding.value(), variable)) {
                    return true;
                }
                if (part instanceof Condition condition
                        && reads(condition.test(), variable)
                        && !(condition.test() instanceof Compare)) {
                    return true;
                }
            }
            if (pattern.total() != null && reads(pattern.total().right(), variable)) {
                return true;
            }
        }
        return consequence.leading().stream().anyMatch(part -> reads(part, variable));
    }

    private static boolean reads(Expression expression, String variable) {
        return expression.all(Variable.class).anyMatch(read -> read.name().equals(variable));
    }

    private List<Pattern> conditions(Row row, Set<String> absent) {
        List<Pattern> written = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            List<Part> parts = new ArrayList<>();
            boolean left = true;
            for (Part part : pattern.parts()) {
                if (part instanceof Binding binding && pattern.type().equals("Limit")) {
                    left &= !absent.contains(binding.variable());
                }
                if (part instanceof Condition condition
                        && absent.stream().anyMatch(variable -> reads(condition.test(), variable))) {
                    continue;
                }
                parts.add(part);
            }
            for (int at = 0; at < table.columns().size(); at++) {
                Column column = table.columns().get(at);
                if (Integer.valueOf(i).equals(bound.get(column))) {
                    fill(column, row.cell(at), parts);
                }
            }
            if (left) {
                written.add(new Pattern(
                        pattern.kind(), pattern.type(), pattern.spot(), List.copyOf(parts), pattern.total()));
            }
        }
        return List.copyOf(written);
    }

    /** Adds the value of a variable to the pattern that binds it. */
    private void fill(Column column, Cell cell, List<Part> parts) {
        TokenPosition spot = cell.spot();
        if (cell.isBlank()) {
            if (column.kind() == Kind.WORD && !isRead(column.name())) {
                parts.removeIf(part -> binds(part, column.name()));
            }
            return;
        }
        if (cell.content() == Content.NUMBER || (column.kind() == Kind.LIMIT && cell.content() == Content.FLAG)) {
            file.report(
                    spot,
                    Message.of("the cell must name the limit or the word for `%s`", column.name()),
                    Message.of("define numbers in limits.yaml, and name them by their ids"));
            return;
        }
        int at = 0;
        while (!binds(parts.get(at), column.name())) {
            at++;
        }
        if (column.kind() == Kind.LIMIT) {
            parts.add(at, says(new Property("id", spot), cell));
            return;
        }
        Binding binding = (Binding) parts.get(at);
        // The position is that in the rule, so that a wrong property name is reported once for all rows.
        Condition said = says((Property) binding.value(), cell);
        if (isRead(column.name())) {
            parts.add(at + 1, said);
        } else {
            parts.set(at, said);
        }
    }

    private static boolean binds(Part part, String variable) {
        return part instanceof Binding binding && binding.variable().equals(variable);
    }

    private static Condition says(Property property, Cell cell) {
        Expression value = cell.content() == Content.FLAG
                ? new Flag(cell.text().equals("true"), cell.spot())
                : new Text(cell.text(), cell.spot());
        return new Condition(new Compare(Comparison.SAME, property, value, cell.spot()));
    }

    /** Whether anything in the rule reads a variable. */
    private boolean isRead(String variable) {
        return isNeeded(variable)
                || patterns.stream()
                        .flatMap(pattern -> pattern.conditions().stream())
                        .anyMatch(test -> reads(test, variable))
                || consequence.reason().arguments().stream()
                        .anyMatch(argument -> argument.name().equals(variable));
    }

    /** Returns the consequence with the row's reason, without the values that the row leaves out. */
    private Consequence consequence(Row row, Set<String> absent) {
        Consequence.Reason reason = consequence.reason();
        List<Variable> arguments = reason.arguments().stream()
                .filter(argument -> !absent.contains(argument.name()))
                .toList();
        String text = text(row, RuleTable.REASON, "");
        if (text.isEmpty()) {
            if (arguments.size() < reason.arguments().size()) {
                Variable missing = reason.arguments().stream()
                        .filter(argument -> absent.contains(argument.name()))
                        .findFirst()
                        .orElseThrow();
                file.report(
                        row.cell(table.column(missing.name())).spot(),
                        Message.of("the row leaves out `%s`, but the reason uses it", missing.name()),
                        Message.of("give the row a `%s` of its own, without it", RuleTable.REASON));
            }
            return consequence;
        }
        ConsequenceParser.placeholders(
                file, text, row.cell(table.column(RuleTable.REASON)).spot(), arguments.size());
        return consequence.with(new Consequence.Reason(text, arguments));
    }
}
