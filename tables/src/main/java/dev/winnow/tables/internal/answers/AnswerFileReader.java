package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.tables.internal.answers.AnswerRow.Cell;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.RecordSheet;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.cells.Workbook;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.HeadingWords;
import dev.winnow.tables.internal.headings.Headings;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a returned questionnaire: a workbook, its first sheet as CSV, Markdown with answers, or the JSON that the form
 * in a browser saves. Cells without an answer are passed over. The only defaults are the date of the universe for an
 * answer without a date, and the file for an answer without a source.
 */
public final class AnswerFileReader {

    /** Keys of a JSON answer. */
    private static final List<String> KEYS = Stream.concat(
                    FormLayout.QUESTIONS.columns().stream().map(AnswerColumn::key), Stream.of("rows"))
            .toList();

    private final Universe universe;
    private final EntryKinds kinds;
    private final HeadingWords words;
    private final NameLookup names;
    private final AnswerEntries entries;
    private final Map<String, Cell> about = new LinkedHashMap<>();
    private boolean asked;

    /** @param universe the universe of the projects and cities in question */
    public AnswerFileReader(Universe universe) {
        this.universe = universe;
        this.kinds = EntryKinds.of(universe.vocabulary());
        this.words = new HeadingWords(kinds);
        this.names = NameLookup.of(universe);
        this.entries = new AnswerEntries(universe, kinds, names);
    }

    private static boolean isMarkdown(String lower) {
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableTable if the file cannot be read or contains no answers
     */
    public AnswerFile read(Path path) throws IOException, UnreadableTable {
        return read(path, path.toString().replace('\\', '/'));
    }

    /**
     * Reads a file under another name.
     *
     * @param file the name of the file in messages and sources, whose ending says how it is read
     * @throws UnreadableTable if the file cannot be read or contains no answers
     */
    public AnswerFile read(Path path, String file) throws IOException, UnreadableTable {
        String lower = file.toLowerCase(Locale.ROOT);
        if (!Files.exists(path)) {
            throw TableFile.missing(path, file);
        }
        if (Files.isDirectory(path)) {
            throw TableFile.folder(path, file);
        }
        if (lower.endsWith(".xlsx")) {
            workbook(path, file);
        } else if (lower.endsWith(".csv")) {
            table(() -> CsvSheet.open(path, file), file);
        } else if (lower.endsWith(".json")) {
            json(path, file);
        } else if (isMarkdown(lower)) {
            markdown(path, file);
        } else {
            throw new UnreadableTable(Problem.at(Place.file(file), "this is not a file of answers")
                    .with(Message.of("it is one of %s", Message.names(List.of(".xlsx", ".csv", ".md", ".json")))));
        }
        return finished(file);
    }

    private AnswerFile finished(String file) throws UnreadableTable {
        if (!asked) {
            throw new UnreadableTable(Problem.at(Place.file(file), "no row answers a question")
                    .with(Message.of(
                            "keep the columns that `winnow ask -o` writes, such as `%s` and `%s`", "fact", "of")));
        }
        return new AnswerFile(entries.given(), entries.refused(), about, Place.file(file));
    }

    /**
     * Reads the JSON that the form in a browser saves.
     *
     * @param file the name of the file in messages
     * @throws UnreadableTable if the content is not JSON or contains no answers
     */
    public AnswerFile readJson(String file, byte[] content) throws UnreadableTable {
        List<Problem> problems = new ArrayList<>();
        json(Document.parse(file, content, problems), problems);
        return finished(file);
    }

    /**
     * Reads a universe file that contains answers only, as {@code winnow answers -o} writes it.
     *
     * @param file the name of the file in messages
     * @throws UnreadableTable if the content is not YAML or contains anything else
     */
    public static AnswerFile readDocument(String file, byte[] content) throws UnreadableTable {
        List<Problem> problems = new ArrayList<>();
        Node root = Document.parse(file, content, problems);
        if (root == null || !problems.isEmpty()) {
            throw new UnreadableTable(problems.get(0));
        }
        Node answers = root.isMap() && root.fields().keySet().equals(Set.of("answers")) ? root.get("answers") : null;
        if (answers == null || !answers.isList()) {
            throw new UnreadableTable(Problem.at(Place.file(file), "this is not a file of answers")
                    .with(Message.of("it contains `%s` only", "answers")));
        }
        List<AnswerFile.Given> given = answers.items().stream()
                .map(said ->
                        new AnswerFile.Given(said, new AnswerRow(said.place(), null, List.of(), List.of(), Map.of())))
                .toList();
        return new AnswerFile(given, List.of(), Map.of(), Place.file(file));
    }

    private void workbook(Path path, String file) throws IOException, UnreadableTable {
        try (Workbook book = Workbook.open(path, file)) {
            for (Workbook.Part part : book.sheets()) {
                if (part.hidden()) {
                    continue;
                }
                table(() -> book.open(part), part.name());
            }
        }
    }

    /** Opens a table at its first row. */
    private interface Source {
        Sheet open() throws IOException, UnreadableTable;
    }

    /** Reads a table of questions, rows of a list, or metadata, as its headings show. */
    private void table(Source source, String called) throws IOException, UnreadableTable {
        boolean before = asked;
        asked = false;
        try (Sheet sheet = source.open()) {
            questions(sheet);
        }
        if (!asked) {
            try (Sheet sheet = source.open()) {
                list(sheet, called);
            }
        }
        asked |= before;
    }

    private void questions(Sheet sheet) throws IOException, UnreadableTable {
        FormRows read = FormRows.of(sheet, FormLayout.QUESTIONS);
        asked |= read.found();
        about.putAll(read.about());
        for (FormRows.FormRow one : read.rows()) {
            if (one.problems().isEmpty()) {
                entries.question(one.row());
            } else {
                entries.refuse(one.row(), one.problems());
            }
        }
    }

    private void list(Sheet sheet, String called) throws IOException, UnreadableTable {
        Head head = new Headings(RecordMap.NONE, HeadingCatalogue.get().kind(kinds, called), words).find(sheet, called);
        if (head == null || !head.kind().isHeld()) {
            return;
        }
        asked = true;
        EntryKind kind = head.kind();
        RowReader reader = new RowReader(sheet, head, names, universe.money());
        List<String> headings = head.columns().stream().map(Column::heading).toList();
        List<Row> first = new ArrayList<>(head.read());
        for (Row row = next(first, sheet); row != null; row = next(first, sheet)) {
            RowReader.Result read = reader.read(row);
            AnswerRow from = new AnswerRow(
                    Place.cell(sheet.file(), sheet.name(), row.number(), 1), kind, headings, row.texts(), Map.of());
            if (!row.problems().isEmpty()) {
                entries.refuse(from, row.problems());
                continue;
            }
            if (isEmpty(row, head)) {
                continue;
            }
            if (!read.problems().isEmpty()) {
                entries.refuse(from, read.problems());
            } else if (read.holder() == null) {
                entries.refuse(from, List.of(Problem.at(from.place(), "this row of `%s` names no city", kind.list())));
            } else {
                entries.row(read.holder(), from, read.entry());
            }
        }
    }

    private static @Nullable Row next(List<Row> first, Sheet sheet) throws IOException, UnreadableTable {
        return first.isEmpty() ? sheet.next() : first.remove(0);
    }

    /** Whether a row contains only the name of its city, like the blank rows to fill in. */
    private static boolean isEmpty(Row row, Head head) {
        String holder = head.kind().holder();
        return head.columns().stream()
                .filter(column -> !String.valueOf(holder).equals(column.means()))
                .allMatch(column -> row.text(column.number()).isBlank());
    }

    private void markdown(Path path, String file) throws IOException, UnreadableTable {
        MarkdownAnswers read = MarkdownAnswers.read(path, file, FormLayout.QUESTIONS);
        asked = !read.refused().isEmpty()
                || read.questions().stream()
                        .anyMatch(row -> !row.text(AnswerColumn.FACT).isEmpty());
        about.putAll(read.about());
        read.questions().forEach(entries::question);
        read.refused().forEach(one -> entries.refuse(one.row(), one.problems()));
        for (MarkdownAnswers.Table table : read.tables()) {
            markdownRows(file, table);
        }
    }

    /** Reads the rows below a question, which belong to its city. */
    private void markdownRows(String file, MarkdownAnswers.Table table) throws IOException, UnreadableTable {
        AnswerRow question = table.question();
        FactName fact = FactName.of(question.text(AnswerColumn.FACT));
        EntryKind kind = kinds.find("cities." + fact.property());
        if (kind == null || kind.holder() == null) {
            entries.refuse(question, List.of(notAsked(question.place(), question)));
            return;
        }
        String holder = HeadingCatalogue.get().heading(kind, new Key(Key.holder(kind), 1, null), Language.EN);
        List<String> headings = new ArrayList<>(table.headings());
        headings.add(holder); // The holder comes last, so that places keep the column numbers of the file.
        List<RecordSheet.Item> items = new ArrayList<>();
        for (RecordSheet.Item row : table.rows()) {
            Map<String, String> cells = new LinkedHashMap<>(row.cells());
            cells.put(holder, question.text(AnswerColumn.OF));
            items.add(new RecordSheet.Item(row.number(), cells, row.problems()));
        }
        entries.above(question);
        try (Sheet sheet = new RecordSheet(file, headings, items.iterator())) {
            list(sheet, HeadingCatalogue.get().sheetName(kind, Language.EN));
        }
    }

    private static Problem notAsked(Place place, AnswerRow question) {
        return Problem.at(place, "`%s` is not a list that was asked for", question.text(AnswerColumn.FACT));
    }

    private void json(Path path, String file) throws IOException, UnreadableTable {
        List<Problem> problems = new ArrayList<>();
        Node root = file.equals(path.toString().replace('\\', '/'))
                ? Document.read(path, problems)
                : Document.parse(file, Files.readAllBytes(path), problems);
        json(root, problems);
    }

    private void json(@Nullable Node root, List<Problem> problems) throws UnreadableTable {
        ReturnedForm.requireForm(root, problems);
        Node answers = Objects.requireNonNull(root).isMap() ? root.get("answers") : null;
        if (answers == null || !answers.isList()) {
            return;
        }
        asked = true;
        about.putAll(FormRows.about(root, FormLayout.QUESTIONS));
        answers.items().forEach(this::json);
    }

    private void json(Node item) {
        FormRows.FormRow read = FormRows.of(item, FormLayout.QUESTIONS, KEYS);
        AnswerRow row = read.row();
        List<Problem> wrong = new ArrayList<>(read.problems());
        Node rows = item.isMap() ? item.get("rows") : null;
        if (rows != null && !rows.isList()) {
            wrong.add(rows.problem(
                    Message.of("`%s` is a list, not %s", "rows", rows.kind().words())));
        }
        if (!wrong.isEmpty()) {
            entries.refuse(row, wrong);
            return;
        }
        entries.question(row);
        FactName fact = FactName.of(row.text(AnswerColumn.FACT));
        EntryKind kind = kinds.find("cities." + fact.property());
        for (Node entry : rows == null || !rows.isList() ? List.<Node>of() : rows.items()) {
            jsonRow(row, kind, entry);
        }
    }

    private void jsonRow(AnswerRow around, @Nullable EntryKind kind, Node entry) {
        List<String> headings = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<Node.Field> fields = new ArrayList<>();
        List<Problem> wrong = new ArrayList<>();
        entry.hasKeys(Message.of("a row of `%s`", "rows"), wrong);
        for (Node.Field field : entry.each()) {
            if (field.value().isMap() || field.value().isList()) {
                wrong.add(FormRows.noText(field.key(), field.value()));
            }
            String text =
                    field.value().isScalar() ? TextFolding.strip(field.value().text()) : "";
            if (text.isEmpty()) {
                continue;
            }
            headings.add(field.key());
            cells.add(text);
            Property property = kind == null ? null : kind.property(field.key());
            Node value = property == null
                    ? field.value()
                    : entries.node(property, null, text, field.value().place(), wrong);
            if (value != null) {
                fields.add(new Node.Field(field.key(), field.place(), value));
            }
        }
        int name = headings.indexOf("name");
        if (kind != null && kind.property("id") != null && name >= 0 && !headings.contains("id")) {
            fields.add(
                    0, new Node.Field("id", entry.place(), Node.scalar(entry.place(), RowReader.id(cells.get(name)))));
        }
        AnswerRow row = new AnswerRow(entry.place(), kind, headings, cells, Map.of());
        if (kind == null) {
            wrong.add(notAsked(entry.place(), around));
        }
        if (!wrong.isEmpty()) {
            entries.refuse(row, wrong);
        } else if (!fields.isEmpty()) {
            entries.above(around);
            entries.row(around.text(AnswerColumn.OF), row, Node.map(entry.place(), fields));
        }
    }
}
