package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.answers.AnswerRow.Cell;
import dev.winnow.tables.internal.cells.Encoding;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.RecordSheet;
import dev.winnow.tables.internal.cells.TextFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions with answers from Markdown, as {@code winnow ask -o questions.md} writes them and people return them:
 * also quoted by a mail program, with other bullets, or with an answer of several lines.
 * <p>A line such as {@code fact `project.yieldRate` of `sien`} identifies a question. Fields such as {@code - answer:
 * 95} belong to the question above them. A source, date or name above the first question of a heading applies to all
 * its questions that have none of their own. Tables contain the rows of the list that the question above them asks for.
 */
final class MarkdownAnswers {

    /** Rows of a list below a question. */
    record Table(AnswerRow question, List<String> headings, List<RecordSheet.Item> rows) {}

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}[.)、]\\s.*");
    private static final Pattern FACT = Pattern.compile("[^`]*`((?:project|city)\\.[^`]+)`[^`]*`([^`]+)`.*");
    private static final Pattern BARE_FACT =
            Pattern.compile("(?:fact|字段)\\s+((?:project|city)\\.\\S+)\\s*(?:of|，编号|，)\\s*([^\\s;；]+).*");
    private static final Pattern FIELD = Pattern.compile(
            "(?:[-*+•]\\s+)?[*_]{0,2}([^:：(（\\[]{1,40}?)\\s*(?:[(（\\[]([^:：]*?)[)）\\]])?[*_]{0,2}\\s*[:：][*_]{0,2}(.*)");
    private static final Pattern BULLET = Pattern.compile("[-*+•]\\s+(.*)");
    private static final Pattern RULE = Pattern.compile("[|:\\-\\s]+");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

    /** Maximum number of characters of an answer, as in a cell. */
    private static final int LONGEST = 1 << 16;

    private final String file;
    private final FormLayout layout;
    private final List<AnswerRow> questions = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<String, Cell> about = new LinkedHashMap<>();
    private final Map<AnswerColumn, Cell> shared = new EnumMap<>(AnswerColumn.class);
    private final Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
    private final List<String> headings = new ArrayList<>();
    private final List<RecordSheet.Item> rows = new ArrayList<>();
    private Place begins;
    /** Problems of the fields of the question and of its heading. */
    private final List<Problem> wrong = new ArrayList<>();

    private final List<Problem> sharedWrong = new ArrayList<>();
    private final List<AnswerFile.Refused> refused = new ArrayList<>();
    /** Problem of the table's headings; null if there is none. */
    private @Nullable Problem torn;

    private boolean tooLong;
    /** Whether a comment continues on the next line. */
    private boolean commented;

    private boolean asking;
    private @Nullable AnswerColumn open;

    private MarkdownAnswers(String file, FormLayout layout) {
        this.file = file;
        this.layout = layout;
        this.begins = Place.file(file);
    }

    /**
     * Reads a file.
     *
     * @param file the name of the file in messages
     */
    static MarkdownAnswers read(Path path, String file, FormLayout layout) throws IOException {
        Encoding encoding = Encoding.of(path);
        byte[] bytes = Files.readAllBytes(path);
        String text = new String(bytes, encoding.skip(), bytes.length - encoding.skip(), encoding.charset());
        MarkdownAnswers read = new MarkdownAnswers(file, layout);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            read.line(i + 1, lines.get(i));
        }
        read.finish();
        return read;
    }

    /** The questions, in the order of the file; without a fact if the question is not identified. */
    List<AnswerRow> questions() {
        return questions;
    }

    /** Questions whose answers cannot be taken. */
    List<AnswerFile.Refused> refused() {
        return refused;
    }

    List<Table> tables() {
        return tables;
    }

    /** Metadata of the file. */
    Map<String, Cell> about() {
        return about;
    }

    private void line(int number, String whole) {
        String line = unquoted(whole);
        boolean opens = !commented && line.startsWith("<!--");
        if (commented || opens) {
            if (!opens || !line.contains("-->")) {
                comment(number, whole, opens ? line.substring("<!--".length()) : line);
            }
            commented = !line.contains("-->");
            return;
        }
        if (line.isEmpty()) {
            return;
        }
        Matcher fact = FACT.matcher(line);
        Matcher bare = BARE_FACT.matcher(line);
        Matcher field = FIELD.matcher(line);
        if (HEADING.matcher(line).matches()) {
            finish();
            shared.clear();
            sharedWrong.clear();
            asking = false;
        } else if (line.startsWith("|") && asking) {
            row(number, line);
        } else if (field.matches() && field(number, whole, field)) {
            return;
        } else if (fact.matches()) {
            fact(number, whole, fact.group(1), fact.group(2));
        } else if (bare.matches()) {
            fact(number, whole, bare.group(1), bare.group(2));
        } else if (NUMBERED.matcher(line).matches()) {
            finish();
            asking = true;
            begins = new Place(file, number, 1, whole);
        } else if (open != null) {
            goOn(line);
        }
    }

    /** A line without the quote marks of mail programs. */
    private static String unquoted(String whole) {
        int from = 0;
        while (from < whole.length() && (whole.charAt(from) == '>' || Character.isWhitespace(whole.charAt(from)))) {
            from++;
        }
        return TextFolding.strip(whole.substring(from));
    }

    /**
     * Refuses an answer inside a comment of several lines: it may be there on purpose, or the end of the comment may be
     * missing.
     */
    private void comment(int number, String whole, String line) {
        Matcher field = FIELD.matcher(TextFolding.strip(line));
        if (!field.matches()
                || AnswerColumn.of(unescaped(field.group(1).strip())) != AnswerColumn.ANSWER
                || value(field.group(3)).isEmpty()) {
            return;
        }
        Place place = new Place(file, number, 1, whole);
        Map<AnswerColumn, Cell> lost = new EnumMap<>(cells);
        lost.put(AnswerColumn.ANSWER, new Cell(value(field.group(3)), place));
        refused.add(new AnswerFile.Refused(
                new AnswerRow(place, null, List.of(), List.of(), lost),
                List.of(Problem.at(place, "the answer is inside a comment of several lines")
                        .with(Message.of("remove `%s` and `%s` around it", "<!--", "-->")))));
    }

    private void fact(int number, String whole, String fact, String of) {
        if (cells.containsKey(AnswerColumn.FACT)) {
            finish();
        }
        asking = true;
        begins = new Place(file, number, whole.indexOf(fact) + 1, whole);
        cells.put(AnswerColumn.FACT, new Cell(fact.strip(), begins));
        cells.put(AnswerColumn.OF, new Cell(of.strip(), new Place(file, number, whole.lastIndexOf(of) + 1, whole)));
    }

    /** Takes a field; false if its label is unknown. */
    private boolean field(int number, String whole, Matcher field) {
        String label = unescaped(field.group(1).strip());
        String text = value(field.group(3));
        int column = text.isEmpty()
                ? whole.length() + 1
                : Math.max(0, whole.lastIndexOf(field.group(3).strip())) + 1;
        Place place = new Place(file, number, column, whole);
        String key = layout.key(label);
        if (key != null && !(asking && key.equals(AnswerColumn.AS_OF.key()))) {
            FormRows.state(about, key, new Cell(text, place));
            return true;
        }
        AnswerColumn means = layout.column(label);
        if (means == null || !layout.filled().contains(means)) {
            return false;
        }
        Map<AnswerColumn, Cell> into = asking ? cells : shared;
        if (!text.isEmpty()) {
            Cell before = into.put(means, new Cell(text, place));
            // The unit may be given with the label of the answer and again in its own field.
            if (before != null && means != AnswerColumn.UNIT) {
                (asking ? wrong : sharedWrong).add(FileProblems.givenTwice(place, label, before.place()));
            }
        }
        if (means == AnswerColumn.ANSWER
                && field.group(2) != null
                && !field.group(2).isBlank()) {
            into.putIfAbsent(AnswerColumn.UNIT, new Cell(value(field.group(2)), place));
        }
        open = means;
        begins = means == AnswerColumn.ANSWER ? place : begins;
        return true;
    }

    /** Continues an answer on the next line, as a further item if the line is a bullet. */
    private void goOn(String line) {
        AnswerColumn column = open;
        if (column == null) {
            return;
        }
        Map<AnswerColumn, Cell> into = asking ? cells : shared;
        Cell before = into.get(column);
        Matcher bullet = BULLET.matcher(line);
        boolean more = bullet.matches();
        String text = value(more ? bullet.group(1) : line);
        if (text.isEmpty()) {
            return;
        }
        if (before != null && before.text().length() > LONGEST) {
            if (!tooLong) {
                tooLong = true;
                wrong.add(Problem.at(before.place(), "the answer is longer than %s characters", LONGEST));
            }
            return;
        }
        into.put(
                column,
                before == null
                        ? new Cell(text, begins)
                        : new Cell(before.text() + (more ? "; " : " ") + text, before.place()));
    }

    private void row(int number, String line) {
        open = null;
        if (RULE.matcher(line).matches() && line.contains("-")) {
            return;
        }
        String inside = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        List<String> texts = new ArrayList<>();
        for (String cell : CELL.split(inside, -1)) {
            texts.add(value(cell));
        }
        Place place = new Place(file, number, 1, line);
        if (headings.isEmpty()) {
            headings.addAll(texts);
            Set<String> seen = new HashSet<>();
            texts.stream()
                    .filter(text -> !text.isEmpty() && !seen.add(TextFolding.of(text)))
                    .findFirst()
                    .ifPresent(text -> torn = FileProblems.headingTwice(place, text));
            return;
        }
        List<Problem> flaws = new ArrayList<>();
        if (torn != null) {
            flaws.add(torn);
        }
        texts.stream()
                .skip(headings.size())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .ifPresent(text -> flaws.add(FileProblems.beyondHeadings(place, text)));
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(texts.size(), headings.size()); i++) {
            cells.put(headings.get(i), texts.get(i));
        }
        if (texts.stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(new RecordSheet.Item(number, cells, flaws));
        }
    }

    /** Ends a question. */
    private void finish() {
        open = null;
        if (cells.containsKey(AnswerColumn.FACT) || cells.containsKey(AnswerColumn.ANSWER)) {
            Map<AnswerColumn, Cell> all = new EnumMap<>(shared);
            all.putAll(cells);
            Cell fact = cells.get(AnswerColumn.FACT);
            AnswerRow row = new AnswerRow(fact == null ? begins : fact.place(), null, List.of(), List.of(), all);
            List<Problem> flaws = new ArrayList<>(wrong);
            flaws.addAll(sharedWrong);
            if (flaws.isEmpty()) {
                questions.add(row);
            } else {
                refused.add(new AnswerFile.Refused(row, flaws));
            }
            if (!rows.isEmpty()) {
                tables.add(new Table(row, List.copyOf(headings), List.copyOf(rows)));
            }
        }
        cells.clear();
        wrong.clear();
        tooLong = false;
        headings.clear();
        torn = null;
        rows.clear();
    }

    /** A text without Markdown marks around it and backslashes in front of its characters. */
    private static String value(String text) {
        String bare = TextFolding.strip(text);
        if (bare.length() > 1 && bare.startsWith("`") && bare.endsWith("`")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return TextFolding.strip(unescaped(bare));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\([\\p{Punct}])", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
