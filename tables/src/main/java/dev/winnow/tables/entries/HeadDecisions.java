package dev.winnow.tables.entries;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.cells.HeadingUnit;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Meanings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settles the open meanings of a table's head before its rows are read. */
public final class HeadDecisions {

    private HeadDecisions() {}

    /**
     * What of a head is open.
     *
     * @param counted the money that the universe counts in; null if that is not known
     */
    public static List<Problem> problems(ImportedTable table, @Nullable Unit counted) {
        List<Problem> problems = new ArrayList<>();
        for (Column column : table.columns()) {
            switch (column.state()) {
                case AMBIGUOUS ->
                    problems.add(
                            column.choices().isEmpty()
                                    ? TableProblems.badMap(
                                            column.heading(), new Meanings(table.kind()).advice(column.heading()))
                                    : TableProblems.ambiguous(column.place(), column.heading(), column.choices()));
                case NEARLY ->
                    problems.add(TableProblems.nearly(
                            column.place(), column.heading(), column.choices().get(0)));
                case TWICE -> {
                    String means = column.choices().get(0);
                    Place earlier = table.columns().stream()
                            .filter(other -> means.equals(other.means()))
                            .map(Column::place)
                            .findFirst()
                            .orElse(column.place());
                    problems.add(TableProblems.twice(
                            column.place(), column.heading(), nth(table.columns(), column), means, earlier));
                }
                case FOREIGN -> {
                    Unit money = HeadingUnit.money(String.valueOf(column.unit()));
                    problems.add(TableProblems.foreign(
                            column.place(),
                            column.heading(),
                            money == null ? Unit.MONEY : money,
                            counted == null ? Unit.MONEY : counted));
                }
                default -> {}
            }
        }
        if (problems.isEmpty()) {
            missing(table, problems);
        }
        return problems;
    }

    /** Which of the columns with its heading a column is, from 1. */
    private static int nth(List<Column> columns, Column column) {
        return (int) columns.stream()
                .filter(other -> other.number() <= column.number()
                        && TextFolding.of(other.heading()).equals(TextFolding.of(column.heading())))
                .count();
    }

    private static void missing(ImportedTable table, List<Problem> problems) {
        EntryKind kind = table.kind();
        Set<String> given = table.columns().stream()
                .map(Column::means)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Place place = Place.cell(table.file(), table.sheet(), Math.max(1, table.headings()), 1);
        boolean named = given.contains("id") || given.contains("name") || given.contains("title");
        if (kind.property("id") != null && !named) {
            problems.add(kind.isProjects() ? TableProblems.noName(place) : TableProblems.noColumn(place, "id"));
        }
        if (kind.holder() != null && !given.contains(kind.holder())) {
            problems.add(TableProblems.noColumn(place, kind.holder()));
        }
    }
}
