package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.internal.history.Answer.Reply;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the subject and the fact of each answer of a universe. The value is read later, as part of the subject. */
public final class AnswerReader {

    /** The list of answers in a file. */
    public static final String LIST = "answers";

    /** The keys of an answer. */
    public static final List<String> KEYS = List.of(
            "project", "city", "fact", "value", "more", "rows", "complete", "reply", "asOf", "source", "by", "note");

    private static final Message ANSWER = Message.of("an answer");

    private final Vocabulary vocabulary;
    private final UniverseIds words;
    private final List<Problem> problems;

    public AnswerReader(UniverseIds words, List<Problem> problems) {
        this.vocabulary = words.vocabulary();
        this.words = words;
        this.problems = problems;
    }

    /** Returns the words that may stand instead of a value, in English and Chinese. */
    public static List<String> replies() {
        return Stream.of(Reply.values())
                .flatMap(reply -> Stream.of(Language.values()).map(reply::word))
                .toList();
    }

    /**
     * Reads an answer. Returns null if it has problems.
     *
     * @param projects the ids of the projects
     * @param cities the ids of the cities
     */
    public @Nullable Answer read(Node node, Collection<String> projects, Collection<String> cities) {
        if (!node.hasKeys(ANSWER, problems)) {
            return null;
        }
        List<Problem> wrong = new ArrayList<>();
        node.allow(ANSWER, KEYS, wrong);
        String fact = fact(node, wrong);
        FactName name = fact == null ? null : FactName.of(fact);
        String subject = name == null ? null : name.subject();
        String id = subject == null
                ? null
                : subject.equals(Vocabulary.PROJECT)
                        ? subject(node, subject, projects, wrong)
                        : subject(node, subject, cities, wrong);
        Reply reply = reply(node, name, wrong);
        Node day = node.get("asOf");
        Period asOf = day == null ? null : Period.parse("asOf", day, wrong);
        Origin.NONE.within(node, words, wrong);
        node.optionalText("by", wrong);
        node.optionalText("note", wrong);
        problems.addAll(wrong.stream().distinct().toList());
        return !wrong.isEmpty() || node.flawed() || id == null || fact == null || subject == null
                ? null
                : new Answer(subject, id, fact, reply, asOf == null ? null : asOf.last(), node);
    }

    private @Nullable String subject(Node node, String key, Collection<String> known, List<Problem> wrong) {
        String other = key.equals(Vocabulary.PROJECT) ? Vocabulary.CITY : Vocabulary.PROJECT;
        Node.Field stray = node.fields().get(other);
        if (stray != null) {
            wrong.add(stray.problem(Message.of("the fact belongs to a `%s`, not to a `%s`", key, other)));
            return null;
        }
        String id = node.requiredText(ANSWER, key, wrong);
        Node at = node.get(key);
        if (id != null && at != null && !known.contains(id)) {
            wrong.add(at.problem(
                    key.equals(Vocabulary.PROJECT)
                            ? Message.of("unknown project `%s`", id)
                            : Message.of("unknown city `%s`", id),
                    Nearest.advice(id, known)));
            return null;
        }
        return id;
    }

    /** Returns the name of the fact; null if no fact of that name can be answered. */
    private @Nullable String fact(Node node, List<Problem> wrong) {
        String fact = node.requiredText(ANSWER, "fact", wrong);
        if (fact == null) {
            return null;
        }
        FactName name = FactName.of(fact);
        if (known(name)) {
            return fact;
        }
        wrong.add(Objects.requireNonNull(node.get("fact"))
                .problem(
                        Message.of("`%s` is not a fact of a project or a city", fact),
                        Nearest.advice(fact, facts(name))));
        return null;
    }

    private boolean known(FactName name) {
        if (name.list().equals(Vocabulary.PROJECT)) {
            return has(vocabulary.project(), name.property());
        }
        if (!name.isOfCity()) {
            return false;
        }
        if (name.list().equals(Vocabulary.CITY)) {
            return vocabulary.rows().containsKey(name.property()) || has(vocabulary.city(), name.property());
        }
        if (Overlay.HOLDINGS.contains(name.list())) {
            return name.property().equals("held");
        }
        RecordShape<?> shape = vocabulary.rows().get(name.list());
        return shape != null && has(shape, name.property());
    }

    private static boolean has(RecordShape<?> shape, String property) {
        return shape.stated().stream().anyMatch(component -> component.name().equals(property));
    }

    /** Returns the facts that a mistyped name may mean. */
    private Set<String> facts(FactName name) {
        Set<String> facts = new TreeSet<>();
        vocabulary.project().stated().forEach(component -> facts.add("project." + component.name()));
        vocabulary.city().stated().forEach(component -> facts.add("city." + component.name()));
        vocabulary.rows().forEach((list, shape) -> {
            facts.add("city." + list);
            if (list.equals(name.list())) {
                shape.stated().forEach(one -> facts.add("city." + list + "." + name.row() + "." + one.name()));
            }
        });
        return facts;
    }

    private @Nullable Reply reply(Node node, @Nullable FactName name, List<Problem> wrong) {
        String text = node.optionalText("reply", wrong);
        boolean list = name != null
                && name.list().equals(Vocabulary.CITY)
                && vocabulary.rows().containsKey(name.property());
        List<String> values = list ? List.of("rows", "complete") : List.of("value");
        for (String key : List.of("value", "more", "rows", "complete")) {
            Node.Field field = node.fields().get(key);
            boolean fits = values.contains(key) || (key.equals("more") && !list);
            if (field != null && text != null) {
                wrong.add(field.problem(Message.of("an answer has `%s` or `%s`, not both", key, "reply")));
            } else if (field != null && name != null && !fits) {
                wrong.add(field.problem(
                        Message.of("the answer has no `%s`", key), Message.of("did you mean `%s`?", values.get(0))));
            }
        }
        if (text == null) {
            boolean flawed = node.fields().values().stream()
                    .anyMatch(field -> field.value().flawed());
            boolean said = values.equals(List.of("value")) ? node.get("rows") != null : node.get("value") != null;
            if (!flawed
                    && !said
                    && values.stream().allMatch(key -> node.get(key) == null)
                    && node.get("reply") == null) {
                wrong.add(node.problem(Message.of("an answer needs `%s` or `%s`", values.get(0), "reply")));
            }
            return null;
        }
        Reply reply = Reply.of(text);
        if (reply == null) {
            wrong.add(Objects.requireNonNull(node.get("reply"))
                    .problem(Message.of("unknown reply `%s`", text), Nearest.oneOf(text, Reply.words())));
        }
        return reply;
    }
}
