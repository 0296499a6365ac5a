package dev.winnow.tables.entries;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Meanings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Settles the open meanings of a table's head before its rows are read. */
public final class HeadDecisions {

    private HeadDecisions() {}

    public static List<Problem> problems(ImportedTable table) {
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
                    problems.add(TableProblems.twice(column.place(), column.heading(), means, earlier));
                }
                default -> {}
            }
        }
        if (problems.isEmpty()) {
            missing(table, problems);
        }
        return problems;
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
