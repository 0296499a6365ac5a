package dev.winnow.serve.internal.candidates;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.candidates.CandidateReading.TableReading;
import dev.winnow.serve.internal.candidates.CandidateReport.CellProblem;
import dev.winnow.serve.internal.candidates.CandidateReport.Choice;
import dev.winnow.serve.internal.candidates.CandidateReport.Meaning;
import dev.winnow.serve.internal.candidates.CandidateReport.NameQuestion;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadColumn;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadFile;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadRow;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadTable;
import dev.winnow.serve.internal.candidates.CandidateReport.RowKind;
import dev.winnow.serve.internal.candidates.CandidateReport.RowPage;
import dev.winnow.tables.Template;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.mapping.CellCorrection;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a reading of candidates in a language. */
public final class CandidateWords {

    private static final int EXAMPLES = 4;

    /** Number of first rows among which examples are searched. */
    private static final int EXAMPLE_ROWS = 200;

    private static final String COMMA = " decimal comma";
    private static final String POINT = " decimal point";

    private final CandidateReading reading;
    private final EntryKinds offered;
    private final Wording wording;

    /** @param pack the facts to offer as meanings of columns; those of other packs are read all the same */
    public CandidateWords(CandidateReading reading, Vocabulary pack, Wording wording) {
        this.reading = reading;
        this.offered = EntryKinds.of(pack);
        this.wording = wording;
    }

    /**
     * Describes the reading without its rows.
     *
     * @param screened whether candidates are part of the current screening
     */
    public CandidateReport report(boolean screened) {
        List<TableReading> tables = reading.tables();
        Map<String, EntryKind> kinds = new TreeMap<>();
        tables.forEach(one -> kinds.put(one.table.kind().name(), one.table.kind()));
        return new CandidateReport(
                Contract.SCHEMA,
                reading.list().files().stream().map(this::file).toList(),
                tables.stream().map(this::table).toList(),
                kinds.values().stream().map(this::kind).toList(),
                reading.names().stream().map(this::question).toList(),
                reading.list().isEmpty() ? List.of() : reading.account(wording),
                reading.taken().values().stream().mapToLong(Long::longValue).sum(),
                reading.count().refused(),
                reading.count().passed(),
                screened);
    }

    private ReadFile file(CandidateFile file) {
        return new ReadFile(
                file.name(),
                !file.mapping().isEmpty(),
                file.mapping().corrections().size(),
                placed(reading.problems(), file),
                placed(reading.notes(), file),
                reading.changes().lines(file.name(), CandidateWords::within, wording));
    }

    /** Returns problems of a file; those of no file are listed with the first. */
    private List<String> placed(List<Problem> problems, CandidateFile file) {
        List<CandidateFile> files = reading.list().files();
        Set<String> names = files.stream().map(CandidateFile::name).collect(Collectors.toSet());
        return problems.stream()
                .filter(problem -> names.contains(problem.place().file())
                        ? problem.place().file().equals(file.name())
                        : files.get(0).equals(file))
                .map(problem -> within(problem.place()).isEmpty()
                        ? said(problem)
                        : within(problem.place()) + ": " + said(problem))
                .distinct()
                .toList();
    }

    /** Returns a place within its file; empty for the whole file. */
    private static String within(Place place) {
        String all = place.toString();
        String rest = all.substring(Math.min(all.length(), place.file().length()));
        return rest.isEmpty() ? "" : rest.substring(1);
    }

    /** Returns a problem without its place, and without advice on options of commands: the page offers the choices. */
    private String said(Problem problem) {
        Message advice = problem.advice();
        return advice == null
                        || TableProblems.isDecidedByOption(problem)
                        || advice.toString().contains("`winnow ")
                ? wording.say(problem.what())
                : wording.sentence("%s; %s", wording.say(problem.what()), wording.say(advice));
    }

    private ReadTable table(TableReading one) {
        ImportedTable table = one.table;
        List<Problem> apart = one.problems.stream()
                .filter(problem -> table.columns().stream()
                        .noneMatch(column -> column.place().equals(problem.place())))
                .toList();
        int file = reading.list().files().stream()
                .map(CandidateFile::name)
                .toList()
                .indexOf(table.file());
        return new ReadTable(
                file,
                table.sheet(),
                table.kind().name(),
                table.headings(),
                one.isRead(),
                one.strange,
                (int) rows(one).count(),
                one.refused.size(),
                columns(one),
                apart.stream().map(this::said).toList());
    }

    private List<ReadColumn> columns(TableReading one) {
        List<ReadColumn> columns = new ArrayList<>();
        for (int i = 0; i < one.table.columns().size(); i++) {
            Column column = one.table.columns().get(i);
            if (column.number() > 0) {
                columns.add(column(one, column, examples(one, column)));
            }
        }
        return columns;
    }

    private List<String> examples(TableReading one, Column column) {
        return rows(one)
                .limit(EXAMPLE_ROWS)
                .map(row -> row.text(column.number()).strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(EXAMPLES)
                .toList();
    }

    private ReadColumn column(TableReading one, Column column, List<String> examples) {
        ImportedTable table = one.table;
        Column asked = Objects.requireNonNullElse(reading.asked(column.place()), column);
        List<Choice> choices = asked.choices().stream()
                .map(choice -> new Choice(choice, label(table, choice)))
                .toList();
        boolean doubtful = !asked.equals(column) && !choices.isEmpty();
        String said = column.state() == Column.State.KNOWN && !doubtful
                ? ""
                : wording.say(
                        "import.state." + (doubtful ? Column.State.AMBIGUOUS : column.state()),
                        choices.stream().map(Choice::label).collect(Collectors.joining(wording.say("import.or"))));
        return new ReadColumn(
                column.number(),
                Place.letters(column.number()),
                column.heading(),
                key(table, column),
                column.means(),
                table.meaning(column, wording.language()),
                column.unit(),
                column.state().name(),
                said,
                column.isOpen() || doubtful,
                choices,
                examples,
                one.problems.stream()
                        .filter(problem -> problem.place().equals(column.place()))
                        .map(this::said)
                        .toList());
    }

    /** Returns the name of a meaning with its unit or order of days; only the decimal sign if it decides that. */
    private String label(ImportedTable table, String meaning) {
        if (meaning.endsWith(COMMA) || meaning.endsWith(POINT)) {
            return wording.say("serve.candidates." + (meaning.endsWith(COMMA) ? "comma" : "point"));
        }
        int bracket = meaning.indexOf(" [");
        String property = bracket < 0 ? meaning : meaning.substring(0, bracket);
        String unit = bracket < 0 ? "" : meaning.substring(bracket + 2, meaning.length() - 1);
        DayOrder days = DayOrder.named(unit);
        String name = table.propertyName(property, wording.language());
        return unit.isEmpty() ? name : name + " [" + (days == null ? unit : wording.say("import.days." + days)) + "]";
    }

    private static String key(ImportedTable table, Column column) {
        String folded = TextFolding.of(column.heading());
        long nth = table.columns().stream()
                .filter(other -> other.number() > 0 && other.number() <= column.number())
                .filter(other -> TextFolding.of(other.heading()).equals(folded))
                .mapToInt(Column::number)
                .distinct()
                .count();
        return column.heading() + (nth > 1 ? "#" + nth : "");
    }

    private RowKind kind(EntryKind kind) {
        FieldForm form = new FieldForm(wording.language(), reading.base());
        return new RowKind(
                kind.name(),
                Export.called(kind, wording.language()),
                Template.columns(kind).stream()
                        .filter(key -> isOffered(kind, key))
                        .map(key -> meaning(kind, key, form))
                        .toList());
    }

    /** Whether a meaning is of the core or of the pack, or a column has it. */
    private boolean isOffered(EntryKind kind, Key key) {
        EntryKind own = offered.find(kind.name());
        return key.property().declared() == null
                || own == null
                || own.property(key.property().name()) != null
                || reading.tables().stream()
                        .flatMap(one -> one.table.columns().stream())
                        .anyMatch(column -> key.name().equals(column.means()));
    }

    private Meaning meaning(EntryKind kind, Key key, FieldForm form) {
        HeadingCatalogue catalogue = HeadingCatalogue.get();
        Property property = key.property();
        boolean chinese = wording.language().equals(Language.ZH);
        boolean holder = property.name().equals(kind.holder());
        return new Meaning(
                key.name(),
                catalogue.heading(kind, key, wording.language()),
                holder ? "" : chinese ? catalogue.column(kind, property.name()).note() : kind.note(property.name()),
                units(property, form),
                form.choices(property));
    }

    private List<String> units(Property property, FieldForm form) {
        String usual = property.type() == Property.Type.FIGURE ? form.unit(property) : null;
        if (usual == null) {
            return List.of();
        }
        if (property.unit() == null || !property.unit().isMoney()) {
            return List.of(usual);
        }
        String money = reading.base().money().sign();
        return usual.startsWith("bn")
                ? List.of(usual, "mn " + money, money)
                : List.of(usual, usual.replace('亿', '万'), usual.substring(1));
    }

    private NameQuestion question(CandidateReading.NameAsked asked) {
        List<Choice> candidates = new ArrayList<>();
        asked.candidates().forEach((id, names) -> candidates.add(new Choice(id, called(id, names))));
        candidates.add(new Choice(Mapping.NEW, wording.say("import.known.new")));
        return new NameQuestion(asked.place().toString(), asked.name(), candidates);
    }

    private static String called(String id, Collection<String> names) {
        return names.isEmpty() ? id : String.join(" / ", names);
    }

    /**
     * Returns a part of the rows of a table.
     *
     * @param from number of rows to skip
     * @param most maximum number of rows
     * @param state the state of the rows; null for all
     */
    public RowPage rows(int table, int from, int most, @Nullable String state) {
        TableReading one = reading.tables().get(table);
        List<Row> all = rows(one)
                .filter(row -> state == null || state.equals(state(one, row)))
                .toList();
        return new RowPage(
                Contract.SCHEMA,
                all.size(),
                all.stream().skip(from).limit(most).map(row -> row(one, row)).toList());
    }

    private Stream<Row> rows(TableReading one) {
        int end = reading.tables().stream()
                .filter(other -> other.rows == one.rows && other.table.headings() > one.table.headings())
                .mapToInt(other -> other.table.headings())
                .min()
                .orElse(Integer.MAX_VALUE);
        return one.rows.stream().filter(row -> row.number() > one.table.headings() && row.number() < end);
    }

    private static String state(TableReading one, Row row) {
        return !one.isRead()
                ? "unread"
                : one.refused.containsKey(row.number())
                        ? "refused"
                        : one.passed.containsKey(row.number()) ? "passed" : "taken";
    }

    private ReadRow row(TableReading one, Row row) {
        List<Column> columns = one.table.columns().stream()
                .filter(column -> column.number() > 0)
                .toList();
        ImportedTable.LeftRow passed = one.passed.get(row.number());
        return new ReadRow(
                row.number(),
                state(one, row),
                passed == null ? "" : wording.orKey("import.left." + passed.why()),
                columns.stream().map(column -> row.text(column.number())).toList(),
                corrected(one, row, columns),
                problems(one, row, columns));
    }

    private List<Integer> corrected(TableReading one, Row row, List<Column> columns) {
        Set<Integer> numbers = reading.list().files().stream()
                .filter(file -> file.name().equals(one.table.file()))
                .flatMap(file -> file.mapping().corrections().stream())
                .filter(made -> made.isOf(one.table.sheet(), row.number(), made.column()))
                .map(CellCorrection::column)
                .collect(Collectors.toSet());
        List<Integer> corrected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (numbers.contains(columns.get(i).number())) {
                corrected.add(i);
            }
        }
        return corrected;
    }

    private List<CellProblem> problems(TableReading one, Row row, List<Column> columns) {
        ImportedTable.RefusedRow refused = one.refused.get(row.number());
        return refused == null
                ? List.of()
                : refused.problems().stream()
                        .map(problem -> new CellProblem(cell(problem.place(), row, columns), said(problem)))
                        .toList();
    }

    private static int cell(Place place, Row row, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            int number = columns.get(i).number();
            boolean here = row.own() == null
                    ? place.line() == row.number() && place.column() == number
                    : place.equals(row.place(number)) && !place.equals(row.own());
            if (here) {
                return i;
            }
        }
        return -1;
    }
}
