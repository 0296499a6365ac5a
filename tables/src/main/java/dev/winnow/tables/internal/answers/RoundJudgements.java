package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.PanelFacts;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.internal.panel.RoundFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.answers.JudgementFile.Given;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The judgements of all forms of a round. A conflict of interest that any form declares removes the judgements of that
 * assessor about that project or city; different judgements of one assessor about the same fact refuse each other.
 *
 * @param panel the panel
 * @param round the number of the round
 * @param files the forms
 * @param recusals the declared conflicts of interest, by project or city and assessor
 */
public record RoundJudgements(Panel panel, int round, List<JudgementFile> files, List<Recusal> recusals) {

    public RoundJudgements {
        files = List.copyOf(files);
        recusals = List.copyOf(recusals);
    }

    /** Returns the judgements of forms, which are in the order of their names. */
    public static RoundJudgements of(Panel panel, int round, List<JudgementFile> forms) {
        Map<List<String>, Recusal> conflicts = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        forms.stream()
                .flatMap(form -> form.conflicts().stream())
                .forEach(one -> conflicts.putIfAbsent(List.of(one.subject(), one.assessor()), one));
        List<Recusal> recusals = List.copyOf(conflicts.values());
        Map<String, JudgementFile> first = new HashMap<>();
        List<JudgementFile> files = new ArrayList<>();
        for (JudgementFile form : forms) {
            JudgementFile other = form.assessor() == null ? null : first.putIfAbsent(form.assessor(), form);
            JudgementFile told = other == null
                    ? form
                    : form.noting(Problem.at(
                                    Place.file(form.file()),
                                    "this is another form of `%s`, besides `%s`",
                                    form.assessor(),
                                    other.file())
                            .with(Message.of(
                                    "equal judgements count once, different ones do not count; a conflict of interest"
                                            + " in either counts")));
            files.add(told.settingAside(recusals)
                    .refusing(one -> declared(one.judgement(), forms) ? List.of() : List.of(undeclared(form, one))));
        }
        return new RoundJudgements(panel, round, withoutContradictions(files), recusals);
    }

    /** Whether any form of the assessor declares or denies a conflict of interest with the judged project or city. */
    private static boolean declared(Judgement judgement, List<JudgementFile> forms) {
        return forms.stream()
                .anyMatch(form -> judgement.assessor().equals(form.assessor())
                        && !form.undeclared().contains(judgement.subject()));
    }

    private static Problem undeclared(JudgementFile form, Given one) {
        return Problem.at(
                        Place.file(form.file()),
                        "`%s` does not say whether there is a conflict of interest with `%s`",
                        one.judgement().assessor(),
                        one.judgement().subject())
                .with(Message.of("answer this question of the form with `%s` or `%s`", "yes", "no"));
    }

    private static List<JudgementFile> withoutContradictions(List<JudgementFile> files) {
        Map<List<String>, List<Given>> byKey = new HashMap<>();
        files.stream()
                .flatMap(file -> file.taken().stream())
                .forEach(one -> byKey.computeIfAbsent(one.key(), any -> new ArrayList<>())
                        .add(one));
        return files.stream()
                .map(file -> file.refusing(one -> Objects.requireNonNull(byKey.get(one.key())).stream()
                        .filter(other -> !same(one.judgement(), other.judgement()))
                        .limit(1)
                        .map(other -> contradiction(one, other))
                        .toList()))
                .toList();
    }

    private static boolean same(Judgement one, Judgement other) {
        return text(one.value()).equals(text(other.value())) && Objects.equals(one.reason(), other.reason());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : PanelFacts.text(value);
    }

    private static Problem contradiction(Given one, Given other) {
        Judgement judgement = one.judgement();
        return Problem.at(
                        one.row().at(AnswerColumn.ANSWER),
                        "`%s` judges `%s` of `%s` differently at %s; neither counts",
                        judgement.assessor(),
                        judgement.fact(),
                        judgement.subject(),
                        other.row().at(AnswerColumn.ANSWER))
                .with(Message.of("keep one of the two"));
    }

    /** Returns the judgements that count, each once, by project or city, fact and assessor. */
    public List<Given> judgements() {
        Map<List<String>, Given> once = new LinkedHashMap<>();
        files.stream().flatMap(file -> file.taken().stream()).forEach(one -> once.putIfAbsent(one.key(), one));
        return once.values().stream()
                .sorted(Comparator.comparing((Given one) -> one.judgement().subject())
                        .thenComparing(one -> one.judgement().fact())
                        .thenComparing(one -> one.judgement().assessor()))
                .toList();
    }

    /** Returns the content of the file of the round, with these forms only. */
    public Node document() {
        return document(List.of(), List.of(), Map.of());
    }

    /**
     * Returns the content of the file of the round with these forms and what the panel has in this round already: a
     * judgement replaces an earlier one of its assessor about the same fact and an earlier conflict of interest, and a
     * conflict of interest replaces earlier judgements.
     *
     * @param before the content of the file so far, from which judgements are kept as they are written; null if it is
     *     new
     */
    public Node addedDocument(@Nullable Node before) {
        Set<List<String>> judged = new HashSet<>();
        Set<List<String>> subjects = new HashSet<>();
        for (Given one : judgements()) {
            judged.add(one.key());
            subjects.add(List.of(one.judgement().subject(), one.judgement().assessor()));
        }
        Set<List<String>> conflicts = new HashSet<>();
        recusals.forEach(one -> conflicts.add(List.of(one.subject(), one.assessor())));
        List<Judgement> kept = panel.rounds().stream()
                .filter(one -> one.number() == round)
                .flatMap(one -> one.judgements().stream())
                .filter(one -> !judged.contains(List.of(one.assessor(), one.subject(), one.fact())))
                .filter(one -> !conflicts.contains(List.of(one.subject(), one.assessor())))
                .toList();
        List<Recusal> declared = panel.recusals().stream()
                .filter(one -> one.round() == round)
                .filter(one -> !conflicts.contains(List.of(one.subject(), one.assessor())))
                .filter(one -> !subjects.contains(List.of(one.subject(), one.assessor())))
                .toList();
        Map<List<String>, String> written = new HashMap<>();
        for (Node one : before == null ? List.<Node>of() : before.list("judgements", new ArrayList<>())) {
            String value = text(one, "value");
            if (!value.isEmpty()) {
                String subject = text(one, "project") + text(one, "city");
                written.put(List.of(text(one, "assessor"), subject, text(one, "fact")), value);
            }
        }
        return document(declared, kept, written);
    }

    private static String text(Node entry, String key) {
        Node value = entry.get(key);
        return value == null || !value.isScalar() ? "" : value.text().strip();
    }

    /** @param texts the values of earlier judgements as they are written, by assessor, subject and fact */
    private Node document(List<Recusal> before, List<Judgement> kept, Map<List<String>, String> texts) {
        Place place = panel.place();
        List<Node> declared = Stream.concat(before.stream(), recusals.stream())
                .sorted(Comparator.comparing(Recusal::subject).thenComparing(Recusal::assessor))
                .map(one -> RoundFile.entry(one, panel.projects().contains(one.subject())))
                .toList();
        Map<Judgement, @Nullable String> written = new HashMap<>();
        for (Judgement one : kept) {
            String value = texts.get(List.of(one.assessor(), one.subject(), one.fact()));
            written.put(one, one.cannotJudge() ? null : value == null ? text(one.value()) : value);
        }
        judgements().forEach(one -> written.put(one.judgement(), one.value()));
        List<Node> judged = written.keySet().stream()
                .sorted(Comparator.comparing(Judgement::subject)
                        .thenComparing(Judgement::fact)
                        .thenComparing(Judgement::assessor))
                .map(one -> RoundFile.entry(one, written.get(one), place))
                .toList();
        return Node.map(
                place,
                Stream.of(
                                new Node.Field("panel", place, Node.scalar(place, panel.id())),
                                new Node.Field("round", place, Node.scalar(place, String.valueOf(round))),
                                new Node.Field("recused", place, Node.list(place, declared)),
                                new Node.Field("judgements", place, Node.list(place, judged)))
                        .filter(field -> !field.key().equals("recused") || !declared.isEmpty())
                        .toList());
    }
}
