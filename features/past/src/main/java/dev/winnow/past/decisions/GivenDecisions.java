package dev.winnow.past.decisions;

import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.tables.internal.entries.PlainTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Past decisions as the user names them: a file, the records, or the universe itself. */
public final class GivenDecisions {

    /** The word for the decisions on record. */
    public static final String RECORDS = "records";

    /** The word for the landed projects of the universe. */
    public static final String UNIVERSE = "universe";

    private GivenDecisions() {}

    /**
     * Reads past decisions.
     *
     * @param word {@link #RECORDS}, {@link #UNIVERSE}, or a table, YAML or JSON file
     * @param universe the universe of the projects and cities
     * @param notices receives the records that cannot be read
     */
    public static PastDecisions read(
            String word, Universe universe, RecordsOption records, Terminal terminal, Notices notices)
            throws IOException {
        if (word.equals(UNIVERSE)) {
            return PastDecisions.of(universe);
        }
        return word.equals(RECORDS)
                ? recorded(universe, records, terminal, notices)
                : inFile(Shipped.path(word), universe);
    }

    private static PastDecisions recorded(
            Universe universe, RecordsOption records, Terminal terminal, Notices notices) {
        List<Problem> problems = new ArrayList<>();
        List<PastDecision> known = new ArrayList<>();
        Set<String> projects = new TreeSet<>(universe.projectIds());
        Set<String> cities = new TreeSet<>(universe.cityIds());
        try (RecordStore store = records.toRead(terminal)) {
            for (PastDecision one : RecordedDecisions.of(store.place(), RecordsOption.readable(store, notices))) {
                String project = one.pair().project();
                String city = one.pair().city();
                if (!projects.contains(project)) {
                    problems.add(Problem.at(one.place(), "unknown project `%s`", project)
                            .with(Nearest.advice(project, projects)));
                } else if (!cities.contains(city)) {
                    problems.add(
                            Problem.at(one.place(), "unknown city `%s`", city).with(Nearest.advice(city, cities)));
                } else {
                    known.add(one);
                }
            }
        }
        return new PastDecisions(known, List.of(), problems, true); // each could have been recorded as held
    }

    private static PastDecisions inFile(Path file, Universe universe) throws IOException {
        List<Problem> problems = new ArrayList<>();
        PastDecisions read;
        if (PlainTable.isTable(file)) {
            List<Node> rows = new ArrayList<>();
            for (PlainTable table : PlainTable.read(file, problems)) {
                rows.addAll(table.keyed(PastDecisionReader.COLUMNS, "day", problems));
            }
            read = PastDecisionReader.read(rows, universe);
        } else {
            Node root = Document.read(file, problems);
            read = root == null
                    ? new PastDecisions(List.of(), List.of(), List.of())
                    : PastDecisionReader.read(root, universe);
        }
        problems.addAll(read.problems());
        return new PastDecisions(read.decisions(), read.preferences(), problems, read.threefold());
    }
}
