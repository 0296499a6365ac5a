package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.history.Answer.Reply;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.headings.CellReader;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.NameLookup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of an answer file into entries of {@code answers}, in the form of universe files. An answer without a
 * date gets the date of the universe; an answer without a source names its file.
 */
final class AnswerEntries {

    private final Universe universe;
    private final EntryKinds kinds;
    private final NameLookup names;
    private final List<AnswerFile.Given> given = new ArrayList<>();
    private final List<AnswerFile.Refused> refused = new ArrayList<>();

    /** Answers about whole lists, which give the source of all their rows; by city and list. */
    private final Map<String, AnswerRow> lists = new LinkedHashMap<>();

    private final List<Listed> listed = new ArrayList<>();

    /** Replies about the completeness of lists, delivered after the rows, since a refused row leaves its list open. */
    private final List<AnswerFile.Given> listedWhole = new ArrayList<>();

    /** Replies about the completeness of lists, by city and list. */
    private final Map<String, List<Wholeness>> wholeness = new HashMap<>();

    /**
     * A reply about the completeness of a list.
     *
     * @param day last day of the date of the reply; null if the date cannot be read
     */
    private record Wholeness(boolean whole, @Nullable LocalDate day, String text, Place place) {

        /** A complete list stays complete, so only an earlier reply can say that there may be more. */
        boolean contradicts(Wholeness other) {
            if (whole == other.whole || day == null || other.day == null) {
                return false;
            }
            return whole ? !other.day.isBefore(day) : !day.isBefore(other.day);
        }
    }

    /** A row of a list, kept until the reply about its list is known. */
    private record Listed(String city, AnswerRow row, Node entry) {}

    AnswerEntries(Universe universe, EntryKinds kinds, NameLookup names) {
        this.universe = universe;
        this.kinds = kinds;
        this.names = names;
    }

    /** Adds a row of a city's list. */
    void row(String city, AnswerRow row, Node entry) {
        listed.add(new Listed(city, row, entry));
    }

    /** Registers a question as the source of the rows below it. */
    void above(AnswerRow question) {
        lists.putIfAbsent(subject(question), question);
    }

    /** Refuses a row. */
    void refuse(AnswerRow row, List<Problem> problems) {
        refused.add(new AnswerFile.Refused(row, problems));
    }

    /** The refused rows with their problems. */
    List<AnswerFile.Refused> refused() {
        return refused;
    }

    /** The city and list of a question. */
    private static String subject(AnswerRow question) {
        return question.text(AnswerColumn.OF) + " " + question.text(AnswerColumn.FACT);
    }

    /** Adds the answer to a question, if it is not empty. */
    void question(AnswerRow row) {
        String answer = row.text(AnswerColumn.ANSWER);
        if (answer.isEmpty()) {
            return;
        }
        for (AnswerColumn needed : List.of(AnswerColumn.FACT, AnswerColumn.OF)) {
            if (row.text(needed).isEmpty()) {
                refuse(
                        row,
                        List.of(Problem.at(row.place(), "the question is unknown: `%s` is empty", needed.key())
                                .with(Message.of(
                                        "leave the last columns, or the line below the question, unchanged"))));
                return;
            }
        }
        List<Problem> wrongDay = new ArrayList<>();
        day(row, wrongDay);
        if (!wrongDay.isEmpty()) {
            refuse(row, wrongDay);
            return;
        }
        FactName fact = FactName.of(row.text(AnswerColumn.FACT));
        List<Node.Field> fields = head(row);
        Place at = row.at(AnswerColumn.ANSWER);
        Reply reply = Reply.of(answer);
        if (reply != null) {
            field(fields, "reply", Node.scalar(at, reply.word(Language.EN)));
            give(row, fields);
        } else if (fact.list().equals(Vocabulary.CITY)
                && universe.vocabulary().rows().containsKey(fact.property())) {
            whole(row, fields, answer, at);
        } else {
            value(row, fields, property(fact), answer, at);
        }
    }

    private void whole(AnswerRow row, List<Node.Field> fields, String answer, Place at) {
        Boolean whole = AnswerColumn.wholeness(answer);
        if (whole == null) {
            refuse(
                    row,
                    List.of(Problem.at(at, "`%s` does not say whether the list is complete", answer)
                            .with(Message.of(
                                    "enter rows in the sheet of the list, or in the table below the question"))));
            return;
        }
        Wholeness reply = new Wholeness(whole, lastDay(row), answer, at);
        List<Wholeness> earlier = wholeness.computeIfAbsent(subject(row), any -> new ArrayList<>());
        Wholeness other =
                earlier.stream().filter(reply::contradicts).findFirst().orElse(null);
        if (other != null) {
            refuse(
                    row,
                    List.of(Problem.at(at, "`%s` contradicts `%s` at %s", answer, other.text, other.place)
                            .with(Message.of("keep one of the two"))));
            return;
        }
        earlier.add(reply);
        lists.put(subject(row), row);
        field(fields, "complete", Node.scalar(at, whole.toString()));
        listedWhole.add(new AnswerFile.Given(entry(row, fields), row));
    }

    private void value(AnswerRow row, List<Node.Field> fields, @Nullable Property property, String answer, Place at) {
        List<Problem> wrong = new ArrayList<>();
        Node value = property == null ? Node.scalar(at, answer) : node(property, unit(row), answer, at, wrong);
        if (value == null || !wrong.isEmpty()) {
            refuse(row, wrong);
            return;
        }
        field(fields, "value", value);
        give(row, fields);
    }

    private static @Nullable String unit(AnswerRow row) {
        String unit = row.text(AnswerColumn.UNIT);
        return unit.isEmpty() ? null : unit;
    }

    /** The property of a fact; null if it does not exist, which is reported when the universe is read. */
    private @Nullable Property property(FactName fact) {
        if (fact.isOfProject()) {
            return kinds.projects().property(fact.property());
        }
        String kind = fact.row().isEmpty()
                ? "cities"
                : fact.list().equals("coverages") ? "cities.presences" : "cities." + fact.list();
        EntryKind found = kinds.find(kind);
        return found == null ? null : found.property(fact.property());
    }

    /**
     * A value in the form of universe files; null if the text cannot be read.
     *
     * @param unit unit of a number without one; null if there is none
     * @param wrong receives the problems of the text
     */
    @Nullable
    Node node(Property property, @Nullable String unit, String text, Place at, List<Problem> wrong) {
        CellReader.Reading read = new CellReader(new Key(property, 1, null), unit, names, universe.money()).read(text);
        if (read.wrong() != null) {
            wrong.add(read.wrong().apply(at));
            return null;
        }
        if (read.texts() != null) {
            return Node.list(
                    at, read.texts().stream().map(one -> Node.scalar(at, one)).toList());
        }
        return Node.scalar(at, read.text() == null ? text : read.text());
    }

    /** The subject, fact and origin of an answer. */
    private List<Node.Field> head(AnswerRow row) {
        FactName fact = FactName.of(row.text(AnswerColumn.FACT));
        String subject = fact.isOfProject() ? Vocabulary.PROJECT : Vocabulary.CITY;
        List<Node.Field> fields = new ArrayList<>();
        field(fields, subject, Node.scalar(row.at(AnswerColumn.OF), row.text(AnswerColumn.OF)));
        field(fields, "fact", Node.scalar(row.at(AnswerColumn.FACT), row.text(AnswerColumn.FACT)));
        fields.addAll(origin(row));
        return fields;
    }

    /** The date of an answer; that of the universe if it has none. */
    private Node day(AnswerRow row, List<Problem> wrong) {
        String day = row.text(AnswerColumn.AS_OF);
        Node said = day.isEmpty()
                ? null
                : node(Property.of("asOf", Property.Type.DATE), null, day, row.at(AnswerColumn.AS_OF), wrong);
        return said == null
                ? Node.scalar(row.at(AnswerColumn.ANSWER), universe.asOf().toString())
                : said;
    }

    private @Nullable LocalDate lastDay(AnswerRow row) {
        List<Problem> wrong = new ArrayList<>();
        Period day = Period.parse("asOf", day(row, wrong), wrong);
        return day == null ? null : day.last();
    }

    /** The origin of an answer; its file if it names no source. */
    private List<Node.Field> origin(AnswerRow row) {
        List<Node.Field> fields = new ArrayList<>();
        field(fields, "asOf", day(row, new ArrayList<>()));
        if (row.text(AnswerColumn.SOURCE).isEmpty()) {
            field(fields, "source", Origin.file(row.at(AnswerColumn.ANSWER)));
        }
        for (AnswerColumn column : List.of(AnswerColumn.SOURCE, AnswerColumn.BY)) {
            if (!row.text(column).isEmpty()) {
                field(
                        fields,
                        column.key(),
                        Node.scalar(row.at(column), TextLength.cut(column.key(), row.text(column))));
            }
        }
        return fields;
    }

    private static void field(List<Node.Field> fields, String key, Node value) {
        fields.add(new Node.Field(key, value.place(), value));
    }

    private static Node entry(AnswerRow row, List<Node.Field> fields) {
        return Node.map(row.place(), fields);
    }

    private void give(AnswerRow row, List<Node.Field> fields) {
        given.add(new AnswerFile.Given(entry(row, fields), row));
    }

    /** All answers. Each row of a list is a separate answer, so that an invalid row does not affect the others. */
    List<AnswerFile.Given> given() {
        List<AnswerFile.Given> all = new ArrayList<>(given);
        for (Listed one : listed) {
            String fact = "city." + Objects.requireNonNull(one.row.kind()).list();
            AnswerRow around = lists.get(one.city + " " + fact);
            List<Node.Field> fields = new ArrayList<>();
            Place place = one.row.place();
            field(fields, Vocabulary.CITY, Node.scalar(place, one.city));
            field(fields, "fact", Node.scalar(place, fact));
            field(fields, "rows", Node.list(place, List.of(one.entry)));
            if (around != null) {
                fields.addAll(origin(around));
            } else {
                field(fields, "asOf", Node.scalar(place, universe.asOf().toString()));
                field(fields, "source", Origin.file(place));
            }
            all.add(new AnswerFile.Given(entry(one.row, fields), one.row));
        }
        all.addAll(listedWhole);
        return all;
    }
}
