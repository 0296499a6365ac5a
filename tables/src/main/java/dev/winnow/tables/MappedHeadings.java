package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.mapping.ColumnMap;
import dev.winnow.tables.mapping.MappingProblems;
import dev.winnow.tables.mapping.RecordMap;
import dev.winnow.tables.mapping.RowCondition;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of the headings that mappings name the tables have, so that a misspelt one is told. */
final class MappedHeadings {

    private final Map<String, Node> named = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();
    private final Set<String> headings = new TreeSet<>();

    /** A table with its head. */
    void note(Head head) {
        for (Column column : head.columns()) {
            if (column.number() > 0) {
                headings.add(column.heading());
                met.add(TextFolding.of(column.heading()));
                met.add(RecordMap.bare(column.heading()));
                met.add(TextFolding.of(column.heading() + "#" + head.nth(column)));
            }
        }
        head.map().columns().forEach((heading, said) -> named.putIfAbsent(heading, said(said)));
        head.map()
                .set()
                .values()
                .forEach(text -> text.headings().forEach(heading -> named.putIfAbsent(heading, text.said())));
    }

    private static Node said(ColumnMap column) {
        return column.targets().isEmpty()
                ? column.words().values().iterator().next().said()
                : column.targets().get(0);
    }

    /** A condition on a column that its table does not have. */
    Problem missing(RowCondition condition) {
        return MappingProblems.noHeading(condition.said(), condition.heading(), headings);
    }

    /** The headings that no table has. */
    List<Problem> missing() {
        List<Problem> missing = new ArrayList<>();
        named.forEach((heading, said) -> {
            if (!met.contains(TextFolding.of(heading))) {
                missing.add(MappingProblems.noHeading(said, heading, headings));
            }
        });
        return missing;
    }
}
