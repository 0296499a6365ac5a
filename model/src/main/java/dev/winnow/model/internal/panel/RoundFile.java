package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of a round: judgements of assessors, and the conflicts of interest that they declared. */
public final class RoundFile {

    /** The keys of the file. */
    public static final List<String> KEYS = List.of("panel", "round", "recused", "judgements");

    /** The keys of a judgement. */
    public static final List<String> JUDGEMENT_KEYS =
            List.of("assessor", "project", "city", "fact", "value", "cannot-judge", "reason", "asOf");

    private static final Message FILE = Message.of("a file of judgements");
    private static final Message JUDGEMENT = Message.of("a judgement");

    private final Node root;
    private final int round;
    private final PanelScope scope;
    private final List<Problem> problems;

    RoundFile(Node root, int round, PanelScope scope, List<Problem> problems) {
        this.root = root;
        this.round = round;
        this.scope = scope;
        this.problems = problems;
    }

    int round() {
        return round;
    }

    /** Adds the conflicts of interest that the file declares. */
    void recusals(Collection<String> assessors, List<Recusal> into) {
        root.list("recused", problems)
                .forEach(node -> PanelReader.recusal(node, assessors, scope, round, into, problems));
    }

    /** Returns the judgements that count, in the order of subjects, facts and assessors. */
    List<Judgement> judgements(Panel panel) {
        root.allow(FILE, KEYS, problems);
        if (root.get("judgements") == null) {
            problems.add(root.problem(Message.of("%s needs `%s`", FILE, "judgements")));
        }
        Map<List<String>, Judgement> read = new LinkedHashMap<>();
        Set<List<String>> doubled = new HashSet<>();
        for (Node node : root.list("judgements", problems)) {
            Judgement judgement = isWithdrawn(node, panel) ? null : judgement(node, panel);
            if (judgement == null) {
                continue;
            }
            List<String> key = List.of(judgement.subject(), judgement.fact(), judgement.assessor());
            Judgement earlier = read.putIfAbsent(key, judgement);
            if (earlier != null) {
                doubled.add(key);
                problems.add(node.problem(
                        Message.of(
                                "`%s` judges `%s` of `%s` twice in round %s, here and at %s; neither counts",
                                judgement.assessor(), judgement.fact(), judgement.subject(), round, earlier.place()),
                        Message.of("remove one of them")));
            }
        }
        read.keySet().removeAll(doubled);
        return List.copyOf(read.values());
    }

    /** Whether a judgement does not count, since its assessor declared a conflict of interest in a later round. */
    private boolean isWithdrawn(Node node, Panel panel) {
        if (!node.isMap()) {
            return false;
        }
        Node assessor = node.get("assessor");
        Node subject = node.get(node.get("project") == null ? "city" : "project");
        if (assessor == null || subject == null || !assessor.isScalar() || !subject.isScalar()) {
            return false;
        }
        Recusal recusal = panel.recusal(assessor.text(), subject.text());
        return recusal != null && recusal.round() > round;
    }

    /** Whether the file has no keys, or belongs to another panel or round, which is a problem. */
    boolean isOther(String panel) {
        if (!root.hasKeys(FILE, problems)) {
            return true;
        }
        int before = problems.size();
        String id = root.optionalText("panel", problems);
        String number = root.optionalText("round", problems);
        if (id != null && !id.equals(panel)) {
            problems.add(Objects.requireNonNull(root.get("panel"))
                    .problem(Message.of("these are judgements of the panel `%s`, not of `%s`", id, panel)));
        }
        if (number != null && !number.equals(String.valueOf(round))) {
            problems.add(Objects.requireNonNull(root.get("round"))
                    .problem(Message.of("these are judgements of round %s, not of round %s", number, round)));
        }
        return problems.size() > before;
    }

    /**
     * Reads a judgement.
     *
     * @param problems receives its problems
     * @return null if it has problems
     */
    public static @Nullable Judgement judgement(
            Node node, int round, Panel panel, PanelScope scope, List<Problem> problems) {
        return new RoundFile(node, round, scope, problems).judgement(node, panel);
    }

    private @Nullable Judgement judgement(Node node, Panel panel) {
        if (!node.hasKeys(JUDGEMENT, problems)) {
            return null;
        }
        List<Problem> wrong = new ArrayList<>();
        node.allow(JUDGEMENT, JUDGEMENT_KEYS, wrong);
        String assessor = PanelReader.assessor(
                JUDGEMENT, node, panel.assessors().stream().map(Assessor::id).toList(), wrong);
        String subject = PanelReader.subject(JUDGEMENT, node, scope, wrong);
        String fact = fact(node, wrong);
        if (assessor != null && subject != null && fact != null) {
            entitled(node, panel, assessor, subject, fact, wrong);
        }
        boolean cannot = cannotJudge(node, wrong);
        Object value = fact == null || cannot ? null : value(node, fact, wrong);
        String reason = cannot ? node.optionalText("reason", wrong) : node.requiredText(JUDGEMENT, "reason", wrong);
        Node day = node.get("asOf");
        Period asOf = day == null ? null : Period.parse("asOf", day, wrong);
        problems.addAll(wrong);
        return !wrong.isEmpty() || node.flawed() || assessor == null || subject == null || fact == null
                ? null
                : new Judgement(
                        assessor, subject, fact, value, reason, asOf == null ? null : asOf.last(), round, node.place());
    }

    /** Returns the name of the judged fact; null if it is none, which is a problem. */
    private @Nullable String fact(Node node, List<Problem> wrong) {
        String fact = node.requiredText(JUDGEMENT, "fact", wrong);
        if (fact == null) {
            return null;
        }
        Node at = Objects.requireNonNull(node.get("fact"));
        if (!scope.facts().containsKey(fact)) {
            wrong.add(at.problem(
                    Message.of("`%s` is not a fact that a panel judges", fact),
                    Nearest.oneOf(fact, scope.facts().keySet())));
            return null;
        }
        String key = FactName.of(fact).subject();
        if (node.get(key) == null) {
            wrong.add(at.problem(Message.of("`%s` is a fact of a `%s`", fact, key)));
            return null;
        }
        return fact;
    }

    /** Checks that the assessor may judge this fact of this project or city. */
    private static void entitled(
            Node node, Panel panel, String assessor, String subject, String fact, List<Problem> wrong) {
        Recusal recusal = panel.recusal(assessor, subject);
        if (!panel.subjects(fact).contains(subject)) {
            wrong.add(node.problem(Message.of("the panel `%s` does not judge `%s`", panel.id(), subject)));
        } else if (recusal != null) {
            wrong.add(node.problem(
                    Message.of("`%s` is recused from `%s` (%s)", assessor, subject, recusal.reason()),
                    Message.of("remove this judgement, or the recusal at %s", recusal.place())));
        } else if (!Objects.requireNonNull(panel.assessor(assessor)).judges().contains(fact)) {
            wrong.add(Objects.requireNonNull(node.get("fact"))
                    .problem(
                            Message.of("`%s` does not judge `%s`", assessor, fact),
                            Message.of(
                                    "remove this judgement, or add the fact to `%s` at %s",
                                    "judges",
                                    Objects.requireNonNull(panel.assessor(assessor))
                                            .place())));
        }
    }

    private static boolean cannotJudge(Node node, List<Problem> wrong) {
        Node.Field field = node.fields().get("cannot-judge");
        Boolean cannot = field == null ? Boolean.FALSE : Flag.parse("cannot-judge", field.value(), wrong);
        if (field != null && Boolean.TRUE.equals(cannot) && node.get("value") != null) {
            wrong.add(field.problem(Message.of("%s has `%s` or `%s`, not both", JUDGEMENT, "value", "cannot-judge")));
        }
        return Boolean.TRUE.equals(cannot);
    }

    private @Nullable Object value(Node node, String fact, List<Problem> wrong) {
        Node value = node.get("value");
        if (value == null) {
            if (!node.flawed()) {
                wrong.add(node.problem(Message.of("%s needs `%s` or `%s`", JUDGEMENT, "value", "cannot-judge: true")));
            }
            return null;
        }
        DeclaredProperty property = Objects.requireNonNull(scope.facts().get(fact));
        return scope.value(property, value, wrong);
    }

    /**
     * Returns the entry of a judgement as its file writes it.
     *
     * @param place the place of the entry
     * @param value its value as written; null if the assessor cannot judge
     */
    public static Node entry(Judgement judgement, @Nullable String value, Place place) {
        List<Node.Field> fields = new ArrayList<>();
        add(fields, place, "assessor", judgement.assessor());
        add(fields, place, FactName.of(judgement.fact()).subject(), judgement.subject());
        add(fields, place, "fact", judgement.fact());
        add(fields, place, value == null ? "cannot-judge" : "value", value == null ? "true" : value);
        add(fields, place, "reason", judgement.reason());
        add(
                fields,
                place,
                "asOf",
                judgement.asOf() == null ? null : judgement.asOf().toString());
        return Node.map(place, fields);
    }

    /** Returns the entry of a recusal as such a file writes it. */
    public static Node entry(Recusal recusal, boolean ofProject) {
        List<Node.Field> fields = new ArrayList<>();
        add(fields, recusal.place(), ofProject ? Vocabulary.PROJECT : Vocabulary.CITY, recusal.subject());
        add(fields, recusal.place(), "assessor", recusal.assessor());
        add(fields, recusal.place(), "reason", recusal.reason());
        return Node.map(recusal.place(), fields);
    }

    private static void add(List<Node.Field> fields, Place place, String key, @Nullable String text) {
        if (text != null) {
            fields.add(new Node.Field(key, place, Node.scalar(place, text)));
        }
    }
}
