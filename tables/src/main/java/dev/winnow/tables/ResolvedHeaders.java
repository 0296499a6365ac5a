package dev.winnow.tables;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.DecimalSign;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.entries.BodyRows;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.headings.CellReader;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.HeadingWords;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.Meanings;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.headings.SettledColumns;
import dev.winnow.tables.internal.headings.UnknownAmounts;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resolves the meanings of columns and the number and date formats of tables, and asks the watch about open ones. */
final class ResolvedHeaders {

    private static final int SAMPLES = 5;

    /** Number of first rows that determine the number and date formats of a column. */
    private static final int SAMPLE = 1_000;

    private final ImportWatch watch;
    private final Outcomes outcomes;
    private final @Nullable Universe counted;
    private final NameLookup names;
    private final Unit money;
    private final HeadingWords words;
    private Mapping answers = Mapping.NONE;

    /** Headings named in mappings, with their nodes, and headings found in tables, to report misspelt ones. */
    private final Map<String, Node> named = new LinkedHashMap<>();

    private final Set<String> met = new HashSet<>();
    private final Set<String> headings = new TreeSet<>();

    /**
     * @param counted the universe that sets the currency; null if the tables can set it
     * @param names entries that rows can name, and known amounts
     * @param money the currency of amounts
     * @param words the words for columns
     */
    ResolvedHeaders(
            ImportWatch watch,
            Outcomes outcomes,
            @Nullable Universe counted,
            NameLookup names,
            Unit money,
            HeadingWords words) {
        this.counted = counted;
        this.names = names;
        this.money = money;
        this.words = words;
        this.watch = watch;
        this.outcomes = outcomes;
    }

    HeadingWords words() {
        return words;
    }

    /** Meanings of headings that the watch gave. */
    Mapping answers() {
        return answers;
    }

    /** The table with its open columns resolved; null if it is refused. */
    TableRows.@Nullable FoundTable resolve(TableFile.OpenTable opened, BodyRows body, Head head) throws IOException {
        List<Row> sample = body.sample(SAMPLE);
        Head settled =
                resolved(opened, counted == null ? head : SettledColumns.withForeign(head, counted::counts), sample);
        Head resolved = SettledColumns.withFigures(
                settled,
                body.under(settled).entries(sample),
                opened.sheet().separator(),
                column -> reader(settled, column));
        ImportedTable table = table(opened, resolved);
        watch.table(table);
        watch.sample(table, () -> texts(opened, resolved, sample));
        note(resolved);
        List<String> hidden = resolved.columns().stream()
                .filter(column ->
                        column.means() != null && opened.sheet().hidden().get(column.number()))
                .map(Column::heading)
                .distinct()
                .toList();
        if (!hidden.isEmpty()) {
            watch.note(FileProblems.hiddenColumns(table.place(), hidden));
        }
        List<Problem> open = new ArrayList<>();
        resolved.columns().forEach(column -> open(resolved, column, open));
        if (open.isEmpty()) {
            lacking(table, open);
        }
        Head.RowFilter.missing(resolved).forEach(one -> open.add(missing(one.said(), one.heading())));
        if (open.isEmpty()) {
            return new TableRows.FoundTable(
                    opened,
                    body.under(resolved),
                    resolved,
                    table,
                    new Head.RowFilter(resolved),
                    sample.size() < SAMPLE ? List.of() : UnknownAmounts.empty(resolved, sample));
        }
        open.forEach(outcomes::trouble);
        return null;
    }

    /** Reports a table without known headings to the watch. */
    void strange(TableFile.OpenTable opened, @Nullable Head head) {
        if (head != null) {
            watch.strange(table(opened, head), texts(opened, head, head.read()));
        }
    }

    private static List<List<String>> texts(TableFile.OpenTable opened, Head head, List<Row> rows) {
        return rows.stream()
                .map(row -> RowReader.texts(head, row, opened.sheet().name()))
                .toList();
    }

    private Head resolved(TableFile.OpenTable opened, Head head, List<Row> sample) {
        Head shown = UnknownAmounts.asked(SettledColumns.withPeriods(head, sample), sample, names, words);
        Head meant =
                ask(opened, shown, sample, Column::isOpen, column -> text -> !text.isEmpty(), UnaryOperator.identity());
        Head written = ask(
                opened,
                SettledColumns.withDecimals(meant, sample, opened.sheet().separator()),
                sample,
                column -> column.decimals() != null,
                ResolvedHeaders::isDoubtful,
                SettledColumns::undecided);
        Head counted = askUnits(opened, written, sample);
        return ask(
                opened,
                SettledColumns.withDays(counted, sample),
                sample,
                column -> column.unit() == null && SettledColumns.isOfDays(written.kind(), column),
                column -> DayOrder::isDoubtful,
                SettledColumns::undecidedDays);
    }

    private CellReader reader(Head head, Column column) {
        return new CellReader(Objects.requireNonNull(column.key(head.kind())), column, names, money, Map.of(), null);
    }

    private static Predicate<String> isDoubtful(Column column) {
        DecimalSign decimals = column.decimals();
        return text -> decimals != null && decimals.isDoubtful(text);
    }

    /** Asks about the unit of each column with amounts far beyond all known ones; returns the head with the answers. */
    private Head askUnits(TableFile.OpenTable opened, Head head, List<Row> sample) {
        Head resolved = head;
        for (Column column : head.columns()) {
            Key key = column.number() == 0 || column.unit() == null ? null : column.key(head.kind());
            if (key != null && column.state() == Column.State.KNOWN) {
                CellReader cells = reader(head, column);
                resolved = ask(
                        opened,
                        resolved,
                        sample,
                        one -> one.number() == column.number(),
                        one -> cells::isBeyond,
                        SettledColumns::inOtherUnits);
            }
        }
        return resolved;
    }

    /**
     * Asks about each open column; returns the head with the answers.
     *
     * @param telling whether a text of a column makes it doubtful; if none does, only a column without a meaning is
     *     asked about
     * @param choices returns the column with its possible meanings
     */
    private Head ask(
            TableFile.OpenTable opened,
            Head head,
            List<Row> sample,
            Predicate<Column> open,
            Function<Column, Predicate<String>> telling,
            UnaryOperator<Column> choices) {
        Head resolved = head;
        for (int i = 0; i < head.columns().size(); i++) {
            Column column = head.columns().get(i);
            if (column.number() == 0 || !open.test(resolved.columns().get(i))) {
                continue;
            }
            List<String> samples = sample.stream()
                    .map(row -> TextFolding.strip(row.text(column.number())))
                    .filter(telling.apply(resolved.columns().get(i)))
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
            String answer = samples.isEmpty() && !column.isOpen()
                    ? null
                    : watch.meaning(table(opened, resolved), choices.apply(column), samples);
            if (answer != null) {
                int nth = head.nth(column);
                answers = answers.and(column.heading() + (nth > 1 ? "#" + nth : ""), answer);
                Meanings meanings = words.of(head.kind());
                resolved = resolved.with(SettledColumns.twice(
                        head.kind(),
                        resolved.columns().stream()
                                .map(one -> one.number() == column.number()
                                        ? SettledColumns.given(one, answer, meanings)
                                        : one)
                                .toList()));
            }
        }
        return resolved;
    }

    private static ImportedTable table(TableFile.OpenTable opened, Head head) {
        Sheet sheet = opened.sheet();
        return new ImportedTable(sheet.file(), sheet.name(), head.kind(), head.row(), head.above(), head.columns());
    }

    /** Adds the problem of a column whose meaning is open. */
    private void open(Head head, Column column, List<Problem> problems) {
        Place place = column.place();
        String heading = column.heading();
        List<String> choices = column.choices();
        switch (column.state()) {
            case AMBIGUOUS ->
                problems.add(
                        choices.isEmpty()
                                ? TableProblems.badMap(
                                        heading, words.of(head.kind()).advice(heading))
                                : TableProblems.ambiguous(place, heading, choices));
            case NEARLY -> problems.add(TableProblems.nearly(place, heading, choices));
            case UNNAMED -> problems.add(TableProblems.unnamed(place, heading, choices));
            case TWICE -> {
                String means = choices.get(0);
                Place earlier = head.columns().stream()
                        .filter(other -> means.equals(other.means()))
                        .map(Column::place)
                        .findFirst()
                        .orElse(place);
                problems.add(TableProblems.twice(place, heading, head.nth(column), means, earlier));
            }
            case FOREIGN -> {
                Unit money = HeadingUnit.money(String.valueOf(column.unit()));
                problems.add(TableProblems.foreign(
                        place,
                        heading,
                        money == null ? Unit.MONEY : money,
                        counted == null ? Unit.MONEY : counted.money()));
            }
            default -> {}
        }
    }

    /** Adds a problem for each missing column that the kind requires. */
    private static void lacking(ImportedTable table, List<Problem> problems) {
        EntryKind kind = table.kind();
        Set<String> given = table.columns().stream()
                .map(Column::means)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Place place = Place.cell(table.file(), table.sheet(), Math.max(1, table.headings()), 1);
        if (kind.property("id") != null && Collections.disjoint(given, Set.of("id", "name", "title"))) {
            problems.add(
                    kind.isProjects()
                            ? TableProblems.noName(place, owner(table))
                            : TableProblems.noColumn(place, "id"));
        }
        if (kind.holder() != null && !given.contains(kind.holder())) {
            problems.add(TableProblems.noColumn(place, kind.holder()));
        }
    }

    /** The heading of the owners of projects; null if there is none. */
    private static @Nullable String owner(ImportedTable table) {
        return table.columns().stream()
                .filter(column -> "owner".equals(column.means()))
                .map(Column::heading)
                .findFirst()
                .orElse(null);
    }

    private void note(Head head) {
        for (Column column : head.columns()) {
            if (column.number() > 0) {
                headings.add(column.heading());
                met.add(TextFolding.of(column.heading()));
                met.add(RecordMap.bare(column.heading()));
                met.add(TextFolding.of(column.heading() + "#" + head.nth(column)));
            }
        }
        head.map()
                .columns()
                .forEach((heading, said) -> named.putIfAbsent(
                        heading,
                        said.targets().isEmpty()
                                ? said.words().values().iterator().next().said()
                                : said.targets().get(0)));
        head.map()
                .set()
                .values()
                .forEach(text -> text.headings().forEach(heading -> named.putIfAbsent(heading, text.said())));
    }

    private Problem missing(Node said, String heading) {
        return said.problem(Message.of("no column has the heading `%s`", heading), Nearest.advice(heading, headings));
    }

    /** Headings named in mappings that no table has. */
    List<Problem> missing() {
        List<Problem> missing = new ArrayList<>();
        named.forEach((heading, said) -> {
            if (!met.contains(TextFolding.of(heading))) {
                missing.add(missing(said, heading));
            }
        });
        return missing;
    }
}
