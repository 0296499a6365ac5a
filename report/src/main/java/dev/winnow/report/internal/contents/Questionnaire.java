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
 * Questions to whoever knows, as every document asks them: in sentences, by who knows, with what an answer can be.
 *
 * @param groups the questions of each who, in their order
 * @param answered how many are left out because they were answered
 * @param screening what they are of
 * @param universe whose words an answer may use
 * @param wording the language
 */
public record Questionnaire(List<Group> groups, int answered, Screening screening, Universe universe, Wording wording) {

    private static final List<String> ORIGIN = List.of("asOf", "source", "hindsight", "note");

    /** How many candidates are named. */
    private static final int FEW = 3;

    /**
     * The questions of one who.
     *
     * @param who who knows, in the words of the language
     * @param days how many days all answers take
     */
    public record Group(String who, int days, List<Item> items) {}

    /**
     * A question.
     *
     * @param number its place among all, from 1
     * @param asked what is asked
     * @param who who knows
     * @param about what the project or city is called
     * @param sentence the question
     * @param stake what hangs on it; empty where outsiders read it
     * @param candidates the candidates that hang on it
     * @param property the property that is asked for; null if it is a list
     * @param list what a row of the list is; null if it is a property
     * @param unit in what a figure counts; null if it counts in nothing
     * @param choices what the answer is chosen from; empty if it may be anything
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
     * The questions in a language.
     *
     * @param outside whether they go to outsiders, who are told nothing of what hangs on an answer
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

    private static String capital(String who) {
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    }

    /** What is told beside a question: how long it takes, what hangs on it unless outsiders read it, and of whom. */
    public String beside(Item item) {
        String days = days(item.asked().how().days());
        return item.stake().isEmpty()
                ? wording.sentence("%s; for %s", days, item.candidates())
                : wording.sentence("%s; %s; for %s", days, item.stake(), item.candidates());
    }

    /** All questions, group after group. */
    public List<Item> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    /** The lists that are asked for, each once. */
    public List<EntryKind> lists() {
        return items().stream()
                .map(Item::list)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** The columns of a row of a list, without its city and without where it comes from, which its answer says. */
    public static List<Key> columns(EntryKind list) {
        return Template.columns(list).stream()
                .filter(key -> !key.property().name().equals(list.holder())
                        && !ORIGIN.contains(key.property().name()))
                .toList();
    }

    /** What can be said instead of a value. */
    public List<String> replies() {
        return Arrays.stream(Reply.values())
                .map(reply -> reply.word(wording.language()))
                .toList();
    }

    /** Who and what it is about: {@code 34 questions on 2 candidates}. */
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

    /** {@code 12 questions}. */
    public String questions(int count) {
        return count == 1 ? wording.sentence("1 question") : wording.sentence("%s questions", count);
    }

    /** {@code 24 days}. */
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
