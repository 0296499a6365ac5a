package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.questions.OpenQuestion;
import dev.winnow.analysis.internal.questions.QuestionList;
import dev.winnow.model.internal.history.Answer.Reply;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.Template;
import dev.winnow.tables.internal.answers.AnswerColumn;
import dev.winnow.tables.internal.headings.FieldForm;
import dev.winnow.tables.internal.headings.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions prepared for every document that asks them: worded, grouped by who knows, with the form of an answer.
 *
 * @param groups the questions of each addressee, in order
 * @param answered number of questions left out because they were answered
 * @param screening the screening with the open questions
 * @param universe the universe whose names an answer may use
 * @param wording the language
 */
public record Questionnaire(List<Group> groups, int answered, Screening screening, Universe universe, Wording wording) {

    private static final List<String> ORIGIN = List.of("asOf", "source", "hindsight", "note");

    /** Number of candidates named. */
    private static final int FEW = 3;

    /**
     * The questions to one addressee.
     *
     * @param who who knows, in words
     * @param days the total days of all answers
     * @param items the questions
     */
    public record Group(String who, int days, List<Item> items) {}

    /**
     * A question.
     *
     * @param number its number among all questions, from 1
     * @param asked the fact
     * @param who who knows
     * @param about the name of the project or city
     * @param sentence the question
     * @param stake what depends on it; empty where outsiders read it
     * @param candidates the candidates that depend on it
     * @param property the property that it asks for; null for a list
     * @param list the kind of row of the list; null for a property
     * @param unit the unit of a figure; null if it has none
     * @param choices the possible answers; empty if any text is allowed
     */
    public record Item(
            int number,
            OpenQuestion asked,
            String who,
            String about,
            String sentence,
            String stake,
            String candidates,
            @Nullable Property property,
            @Nullable EntryKind list,
            @Nullable String unit,
            List<String> choices) {}

    /**
     * Returns the questions in a language.
     *
     * @param outside whether outsiders get them, who are not told what depends on an answer
     */
    public static Questionnaire of(
            QuestionList questions, Screening screening, Universe universe, boolean outside, Wording wording) {
        Writer writer = new Writer(screening.names(), universe, outside, wording);
        List<Group> groups = new ArrayList<>();
        for (List<OpenQuestion> group : questions.groups()) {
            groups.add(new Group(
                    capital(writer.words.who(group.get(0).how())),
                    group.stream().mapToInt(one -> one.how().days()).sum(),
                    group.stream().map(writer::item).toList()));
        }
        return new Questionnaire(List.copyOf(groups), questions.answered(), screening, universe, wording);
    }

    /** Returns the name of an addressee as a heading. */
    public static String capital(String who) {
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    }

    /**
     * Returns the remarks beside a question: the days an answer takes, the stake unless outsiders read it, and the
     * candidates concerned.
     */
    public String beside(Item item) {
        String days = days(item.asked().how().days());
        return item.stake().isEmpty()
                ? wording.sentence("%s; for %s", days, item.candidates())
                : wording.sentence("%s; %s; for %s", days, item.stake(), item.candidates());
    }

    /** Returns the levels of a rating with their descriptions; empty for other questions. */
    public List<String> scale(Item item) {
        Property property = item.property();
        return property == null ? List.of() : new FieldForm(wording.language(), universe).anchors(property);
    }

    /** Returns all questions, group by group. */
    public List<Item> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    /** Returns the lists that questions ask for, each once. */
    public List<EntryKind> lists() {
        return items().stream()
                .map(Item::list)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** Returns the columns of a row, without city, source and day, which the answer to the question gives. */
    public static List<Key> columns(EntryKind list) {
        return Template.columns(list).stream()
                .filter(key -> !key.property().name().equals(list.holder())
                        && !ORIGIN.contains(key.property().name()))
                .toList();
    }

    /** Returns the replies allowed instead of a value. */
    public List<String> replies() {
        return Arrays.stream(Reply.values())
                .map(reply -> reply.word(wording.language()))
                .toList();
    }

    /** Returns {@code 34 questions on 2 candidates}. */
    public String counted() {
        if (items().isEmpty()) {
            return wording.sentence("no questions");
        }
        long candidates = items().stream()
                .flatMap(item -> item.asked().candidates().stream())
                .distinct()
                .count();
        return wording.sentence(
                "%s on %s",
                questions(items().size()),
                candidates == 1 ? wording.sentence("1 candidate") : wording.sentence("%s candidates", candidates));
    }

    /** Returns {@code 12 questions}. */
    public String questions(int count) {
        return count == 1 ? wording.sentence("1 question") : wording.sentence("%s questions", count);
    }

    /** Returns {@code 24 days}. */
    public String days(int count) {
        return count == 1 ? wording.sentence("1 day") : wording.sentence("%s days", count);
    }

    private static final class Writer {

        private final Names names;
        private final Wording wording;
        private final QuestionWords words;
        private final EntryKinds kinds;
        private final FieldForm form;
        private final boolean outside;
        private int number;

        Writer(Names names, Universe universe, boolean outside, Wording wording) {
            this.outside = outside;
            this.names = names;
            this.wording = wording;
            this.words = new QuestionWords(wording, names);
            this.kinds = EntryKinds.of(universe.vocabulary());
            this.form = new FieldForm(wording.language(), universe);
        }

        Item item(OpenQuestion asked) {
            FactName name = asked.name();
            Assessment first = asked.candidates().get(0);
            boolean list = name.list().equals(Vocabulary.CITY)
                    && names.vocabulary().rows().containsKey(name.property());
            Property property = list ? null : property(name);
            return new Item(
                    ++number,
                    asked,
                    words.who(asked.how()),
                    names.of(name.isOfProject() ? "projects" : "cities", asked.id(), wording.language()),
                    words.ask(asked.fact(), first.project(), first.city()),
                    outside
                            ? ""
                            : QuestionStake.of(asked.stake(), asked.candidates().size() > 1, wording),
                    candidates(asked, name.isOfProject()),
                    property,
                    list ? kinds.get("cities." + name.property()) : null,
                    property == null ? null : form.unit(property),
                    list
                            ? List.of(
                                    AnswerColumn.wholeness(true, wording.language()),
                                    AnswerColumn.wholeness(false, wording.language()))
                            : property == null || property.type() == Property.Type.TEXTS
                                    ? List.of()
                                    : form.choices(property));
        }

        private @Nullable Property property(FactName name) {
            if (name.isOfProject()) {
                return kinds.projects().property(name.property());
            }
            EntryKind kind = kinds.find(
                    name.row().isEmpty()
                            ? "cities"
                            : name.list().equals("coverages") ? "cities.presences" : "cities." + name.list());
            return kind == null ? null : kind.property(name.property());
        }

        private String candidates(OpenQuestion asked, boolean ofProject) {
            List<String> called = asked.candidates().stream()
                    .map(one -> ofProject
                            ? names.of("cities", one.city(), wording.language())
                            : names.of("projects", one.project(), wording.language()))
                    .distinct()
                    .toList();
            return wording.list(called, FEW);
        }
    }
}
